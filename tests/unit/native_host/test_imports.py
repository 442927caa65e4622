"""The host starts fast and alone: it loads little, all standard library, nothing of the companion."""

import subprocess
import sys

# What the interpreter itself loads (an editable install's finder too) is not the host's doing.
LIST_WHAT_THE_HOST_LOADS = """
import sys
before = set(sys.modules)
import native_host.__main__, native_host.caller, native_host.log, native_host.paths
import native_host.relay, native_host.starter
print(*sorted(set(sys.modules) - before))
"""


def test_the_host_loads_only_the_standard_library_and_little_of_it() -> None:
    result = subprocess.run(
        [sys.executable, "-P", "-c", LIST_WHAT_THE_HOST_LOADS], capture_output=True, text=True, check=True
    )
    loaded = {name.partition(".")[0] for name in result.stdout.split()}
    assert loaded <= sys.stdlib_module_names | {"native_host"}
    slow = {"asyncio", "subprocess", "logging", "dataclasses", "inspect", "hashlib", "tempfile", "argparse"}
    assert not loaded & slow, "each costs the host milliseconds at every start"
