"""Wires auto-apply to the store, the event stream and the browsers that are connected."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.auto_apply import AutoApply
from companion.auto_apply.executors import ConnectedExecutor, OwnBrowserExecutor
from companion.auto_apply.ports import Parts
from companion.service.native_connections import BrowserCommandError

if TYPE_CHECKING:
    from companion.service.dispatch import Dispatcher
    from companion.service.native_connections import NativeConnections

_FAILURES = (BrowserCommandError,)


def auto_apply_for(dispatcher: Dispatcher, native: NativeConnections) -> AutoApply:
    """Return the loop of this companion, known to the dispatcher from now on."""
    core = dispatcher.core
    loop = AutoApply(
        Parts(core.store, core.arbiter, core.documents, dispatcher.hub.subscribe, core.clock, core.times),
        {
            "connected": lambda _headless: ConnectedExecutor(native, _FAILURES),
            "own_browser": lambda headless: OwnBrowserExecutor(
                native, _FAILURES, core.home, headless=headless
            ),
        },
        changed=lambda: dispatcher.hub.announce(1, "auto_apply", {}),
    )
    core.auto_apply = loop
    return loop
