"""The Python client of the companion's HTTP API.

async with APIClient() as client:
    job = (await client.identify("https://jobs.lever.co/acme/…")).job
    if await client.update_job_status(job.id, "IN_PROGRESS"):
        ...  # this job is ours: nobody else applies to it now
        await client.update_job_status(job.id, "APPLIED")
"""

from __future__ import annotations

from companion.http_client.applications import ApplicationCalls, DocumentFile
from companion.http_client.errors import APIError, CompanionUnavailable
from companion.http_client.jobs import API_HOLDER, JobCalls
from companion.http_client.library import LibraryCalls

__all__ = ["API_HOLDER", "APIClient", "APIError", "CompanionUnavailable", "DocumentFile"]


class APIClient(JobCalls, ApplicationCalls, LibraryCalls):
    """The companion's operations as methods, with the protocol's models as their results.

    ``APIClient()`` uses the socket of the user's data directory, ``APIClient(start=True)`` also starts the
    companion where it does not run, ``APIClient(base_url="http://127.0.0.1:8765", token="…")`` goes over TCP.
    Use it as an async context manager. Errors are APIError; CompanionUnavailable where none answers.
    """
