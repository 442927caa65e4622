"""Who started the host? Browsers name the extension in the arguments; only ours is served.

Chromium passes the origin as the first argument, Firefox the host manifest's path and the add-on's id. Both
check their manifests first: this is the second lock on the same door, for a manifest that somebody widened.
"""

from collections.abc import Sequence

from native_host.extension_ids import FIREFOX_ID, chromium_origins


class UnknownCaller(PermissionError):
    """The host was started for an extension that is not ours."""


def check_caller(arguments: Sequence[str]) -> str:
    """Return the caller's name for the log, given the arguments without the program's name.

    No arguments at all means that no browser started us (browsers always name the extension) but a person
    or a test of the same user, who could open the socket as well. Raises UnknownCaller for anybody else.
    """
    if not arguments:
        return "a program without a browser"
    if arguments[0] in chromium_origins():
        return arguments[0]
    if len(arguments) >= 2 and arguments[1] == FIREFOX_ID:
        return FIREFOX_ID
    named = (
        arguments[0] if arguments[0].startswith("chrome-extension:") or len(arguments) < 2 else arguments[1]
    )
    raise UnknownCaller(f"applyonce-native-host serves the ApplyOnce extension only, not {named[:200]!r}")
