"""``python -m native_host``: what browsers start. Nothing but frames ever goes to stdout."""

import os
import signal
import sys
from collections.abc import Sequence

CHECK_ARGUMENT = "--check"
"""The one argument of our own: ``applyonce doctor`` asks with it whether the launcher works at all."""


def run(arguments: Sequence[str], start_command: Sequence[str] | None = None) -> int:
    """Serve one browser connection on stdin and stdout; return the exit code.

    ``arguments`` are the browser's; ``start_command`` starts a companion (the installed one by default).
    Codes: 0 at the connection's end, 1 when it could not go on, 2 for a caller that is not ours.
    """
    # Imported here so that signal handlers stand as early as can be.
    from native_host.caller import UnknownCaller, check_caller
    from native_host.log import HostLog
    from native_host.paths import data_dir, ensure_data_dir, resolve_sockets
    from native_host.relay import Relay
    from native_host.starter import COMPANION_COMMAND, CompanionStarter

    home = data_dir()
    log = HostLog(home / "logs")
    if list(arguments) == [CHECK_ARGUMENT]:
        _say(f"the native host works; its data directory is {home}")
        return 0
    if os.isatty(0):
        _say("applyonce-native-host is started by browsers; for people there is the command applyonce")
        return 2
    try:
        caller = check_caller(arguments)
        ensure_data_dir(home)
    except UnknownCaller as error:
        log.write(str(error))
        _say(str(error))
        return 2
    except OSError as error:
        _say(f"applyonce-native-host cannot use its data directory: {error}")
        return 1
    # The companion runs in another working directory: a relative path would lead it elsewhere.
    os.environ["APPLYONCE_HOME"] = str(home)
    log.write(f"started by {caller}")
    relay = Relay(
        find_socket=lambda: resolve_sockets(home).native,
        starter=CompanionStarter(start_command or COMPANION_COMMAND),
        log=log,
    )
    return relay.run()


def main() -> None:
    """Run as the program; ends the process."""
    if os.name != "posix":
        _say("applyonce-native-host does not support this system yet: it needs Linux or macOS")
        sys.exit(1)
    for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
        signal.signal(number, _end)
    sys.exit(run(sys.argv[1:]))


def _end(number: int, frame: object) -> None:  # noqa: ARG001 -- the signature of a signal handler
    sys.exit(0)


def _say(text: str) -> None:
    print(text, file=sys.stderr)  # noqa: T201 -- stderr is where browsers and doctor look for it


if __name__ == "__main__":
    main()
