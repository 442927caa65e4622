"""What each operation does, inside one transaction: `HANDLERS` by the operation's name."""

from companion.service.handlers.applications import APPLICATION_HANDLERS
from companion.service.handlers.connection import CONNECTION_HANDLERS
from companion.service.handlers.jobs import JOB_HANDLERS
from companion.service.handlers.learning import LEARNING_HANDLERS
from companion.service.handlers.own import OWN_HANDLERS
from companion.service.handlers.queue import dequeue

HANDLERS = {
    **CONNECTION_HANDLERS,
    **JOB_HANDLERS,
    **APPLICATION_HANDLERS,
    **OWN_HANDLERS,
    **LEARNING_HANDLERS,
    "auto_apply_dequeue": dequeue,
}
