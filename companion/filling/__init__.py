"""From a form's fields to the values for them. Pure: no files, no network, no clock but the date."""

from companion.filling.model import (
    DocumentInfo,
    DocumentReference,
    Field,
    FillPlan,
    JobFacts,
    PlannedValue,
    StoredAnswer,
    Unanswered,
)
from companion.filling.plan import build_plan

__all__ = [
    "DocumentInfo",
    "DocumentReference",
    "Field",
    "FillPlan",
    "JobFacts",
    "PlannedValue",
    "StoredAnswer",
    "Unanswered",
    "build_plan",
]
