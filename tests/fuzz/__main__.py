"""`make fuzz`: the properties with many examples, then each target by coverage."""

from __future__ import annotations

import argparse
import importlib.util
import subprocess
import sys
from pathlib import Path

from tests.fuzz.targets import TARGETS

ROOT = Path(__file__).parent.parent.parent
CORPUS = ROOT / ".artifacts" / "fuzz"
SEEDS = {
    "frames": b"\x02\x00\x00\x00{}",
    "json_text": b'{"id": 7, "a": [1.5, null, "\\ud83d\\ude00"]}',
    "request": b'{"id": 7, "op": "apply", "params": {"job_id": "13b797ea-b1cf-5cde-8fe1-a232e54939af", "holder": '
    b'{"kind": "tab", "session": "s", "tab_id": 1}}, "key": "k"}',
    "page": b'boards.greenhouse.io/acme/jobs/4012345?gh_src=x\nEngineer\n{"@type": "JobPosting", "title": "E", '
    b'"hiringOrganization": {"name": "A"}}',
    "resume": b'{"basics": {"name": "Ada", "location": {"city": "London"}}, "work": [{"startDate": "2024-05"}]}',
}


def main() -> int:
    """Run all of it, and return 0 where nothing failed."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz")
    parser.add_argument("--seconds", type=int, default=60, help="for each target that coverage guides")
    parser.add_argument("--only", choices=TARGETS, help="one target, and no properties")
    options = parser.parse_args()
    failed = [] if options.only else _properties()
    if importlib.util.find_spec("atheris") is None:
        _say("fuzz: guided by coverage: skipped, atheris is not installed (it has no wheel for every Python)")
    else:
        failed += [
            name for name in ([options.only] if options.only else TARGETS) if _guided(name, options.seconds)
        ]
    _say(f"fuzz: failed: {', '.join(failed)}" if failed else "fuzz: nothing failed")
    return 1 if failed else 0


def _properties() -> list[str]:
    _say("fuzz: the properties, with many examples")
    command = [
        sys.executable,
        "-m",
        "pytest",
        "tests/fuzz",
        "-q",
        "--hypothesis-profile=fuzz",
        "--timeout=1800",
    ]
    return ["properties"] if subprocess.run(command, cwd=ROOT, check=False).returncode else []


def _guided(name: str, seconds: int) -> bool:
    """Run a target; return whether it failed. What it has found is kept and gone on from the next time."""
    corpus = CORPUS / name
    corpus.mkdir(parents=True, exist_ok=True)
    (corpus / "seed").write_bytes(SEEDS[name])
    _say(f"fuzz: {name}, {seconds} s, guided by coverage")
    command = [sys.executable, "-m", "tests.fuzz.guided", name, str(seconds), str(corpus)]
    done = subprocess.run(command, cwd=ROOT, check=False, stderr=subprocess.PIPE, text=True, errors="replace")
    said = done.stderr.splitlines()
    _say("\n".join(said[-40:] if done.returncode else [line for line in said if line.startswith("Done")]))
    return done.returncode != 0


def _say(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
