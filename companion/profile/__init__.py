"""The applicant: a JSON Resume with what it lacks, and the documents that go with it."""

from companion.profile.json_resume import InvalidProfile, Profile

__all__ = ["InvalidProfile", "Profile"]
