"""`make mutation`: change each place of the state machine and the arbiter a little, and see a test fail for it.

mutmut makes the mutants and runs against each the tests that reach it, up to the first that fails, in a copy of
the tree. What survives that is tried once more in a process of its own, which mutants of code that runs on import
need, and then by a short simulation. Mutants that change nothing which anybody could see are listed, each with
its reason, in equivalent.toml.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

from tests.mutation.outcome import Mutant, equivalents, mutants_of, unmatched

ROOT = Path(__file__).parent.parent.parent
TREE = ROOT / ".artifacts" / "mutation"
MUTATED = (
    "companion/domain.py",
    *(f"companion/arbiter/{part}.py" for part in ("changes", "claims", "submissions", "outcomes")),
)
TESTS = ("tests/unit/test_domain.py", "tests/integration/arbiter")
COPIED = (
    "companion",
    "native_host",
    "tests/__init__.py",
    "tests/conftest.py",
    "tests/unit/__init__.py",
    "tests/integration/__init__.py",
    "tests/simulation",
    *TESTS,
)
LAST_RESORT = ("tests.simulation.run", "--seeds", "40", "--steps", "150", "--file-every", "0")
LAST_RESORT_SECONDS = 300


def main() -> int:
    """Print the survivors and the score; return 0 where nothing survived that is not listed."""
    parser = argparse.ArgumentParser(prog="python -m tests.mutation")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1, help="processes")
    parser.add_argument("--only", default="", help="a pattern of mutants' names, such as '*release*'")
    asked = parser.parse_args()
    began = time.monotonic()
    _copy_tree()
    command = [sys.executable, "-m", "mutmut", "run", "--max-children", str(asked.jobs)]
    done = subprocess.run([*command, *([asked.only] if asked.only else [])], cwd=TREE, check=False)
    mutants = mutants_of(TREE, MUTATED, asked.only)
    if done.returncode or not mutants:
        _say("mutation: mutmut itself failed")
        return 1
    known = equivalents()
    listed, survivors = [], []
    for mutant in (mutant for mutant in mutants if not mutant.killed):
        if mutant.change in known:
            listed.append(mutant.change)
        elif not _killed_alone(mutant):
            survivors.append(mutant)
            _say(f"\n{mutant}")
    for change in unmatched(known, listed) if not asked.only else ():
        _say(f"\nno longer a survivor, to be struck off equivalent.toml: {change}")
    killed = len(mutants) - len(listed) - len(survivors)
    _say(
        f"\n{len(mutants)} mutants, {killed} killed, {len(listed)} equivalent (listed),"
        f" {len(survivors)} surviving, {time.monotonic() - began:.0f} s"
    )
    return 1 if survivors else 0


def _copy_tree() -> None:
    shutil.rmtree(TREE, ignore_errors=True)
    for name in COPIED:
        source, target = ROOT / name, TREE / name
        target.parent.mkdir(parents=True, exist_ok=True)
        if source.is_dir():
            shutil.copytree(source, target, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(source, target)
    settings = (
        "\n[tool.mutmut]\n"
        'source_paths = ["companion"]\n'
        f"only_mutate = {list(MUTATED)}\n"
        'also_copy = ["native_host"]\n'
        f"pytest_add_cli_args_test_selection = {list(TESTS)}\n"
        'pytest_add_cli_args = ["-p", "no:cacheprovider"]\n'
        "use_git_change_detection = false\n"
    )
    project = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    (TREE / "pyproject.toml").write_text(project + settings, encoding="utf-8")


def _say(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


def _killed_alone(mutant: Mutant) -> bool:
    """Whether a test or the simulation fails for a mutant that was in from the start of its process."""
    environment = {**os.environ, "MUTANT_UNDER_TEST": mutant.name}
    for module in (("pytest", "-x", "-q", "-p", "no:cacheprovider", *TESTS), LAST_RESORT):
        command = [sys.executable, "-m", *module]
        try:
            done = subprocess.run(
                command,
                cwd=TREE / "mutants",
                env=environment,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                timeout=LAST_RESORT_SECONDS,
                check=False,
            )
        except subprocess.TimeoutExpired:
            return True
        if done.returncode:
            return True
    return False


if __name__ == "__main__":
    sys.exit(main())
