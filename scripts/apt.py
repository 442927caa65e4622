"""Install Debian packages where this user may: as root, or by sudo without a password."""

from __future__ import annotations

import os
import shutil
import subprocess

APT_SECONDS = 1200


def apt_install(*packages: str) -> bool:
    """Install the packages; False where there is no apt, no right to use it, or no such package."""
    prefix = _privileged()
    if prefix is None or shutil.which("apt-get") is None:
        return False
    print(f"setup: installing {' '.join(packages)} by apt", flush=True)
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    install = [*prefix, "apt-get", "install", "-y", "-q", "--no-install-recommends", *packages]
    if _run(install, environment):
        return True
    # Package lists may be missing or old (a fresh container has none).
    return _run([*prefix, "apt-get", "update", "-q"], environment) and _run(install, environment)


def _privileged() -> list[str] | None:
    if os.geteuid() == 0:
        return []
    if shutil.which("sudo") and _run(["sudo", "-n", "true"], dict(os.environ)):
        return ["sudo", "-n", "--preserve-env=DEBIAN_FRONTEND"]
    return None


def _run(command: list[str], environment: dict[str, str]) -> bool:
    done = subprocess.run(
        command,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        timeout=APT_SECONDS,
        check=False,
    )
    if done.returncode != 0:
        print(f"setup: {' '.join(command)} did not succeed:\n{done.stdout[-2000:]}", flush=True)
    return done.returncode == 0
