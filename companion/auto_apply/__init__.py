"""Auto-apply: works through the queue in the background, by the same claims and the same gate as a person."""

from companion.auto_apply.handler import ApplicationOutcome, AutoApplyHandler
from companion.auto_apply.loop import AutoApply

__all__ = ["ApplicationOutcome", "AutoApply", "AutoApplyHandler"]
