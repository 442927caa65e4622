"""The least extension and native host that show whether the harness itself works: a button and an echo."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from native_host.extension_ids import FIREFOX_ID, chromium_origins

ROOT = Path(__file__).resolve().parents[3]
ECHO_HOST = "org.applyonce.echo"

_CONTENT = """
const host = document.createElement("applyonce-button");
host.dataset.applyonceStatus = "pending";
const button = document.createElement("button");
button.textContent = "Apply";
button.addEventListener("click", async (event) => {
  button.disabled = true;
  const api = globalThis.browser ?? globalThis.chrome;
  const reply = await api.runtime.sendMessage({ trusted: event.isTrusted });
  host.dataset.applyonceStatus = reply.trusted ? "applied" : "offline";
});
host.attachShadow({ mode: "closed" }).append(button);
document.documentElement.append(host);
"""
_WORKER = """
const api = globalThis.browser ?? globalThis.chrome;
api.runtime.onMessage.addListener((message, _sender, reply) => {
  const answer = api.runtime.sendNativeMessage("org.applyonce.echo", message);
  answer.then(reply, (error) => reply({ error: String(error) }));
  return true;
});
"""
_ECHO = """#!{python} -I
import struct, sys
while head := sys.stdin.buffer.read(4):
    body = sys.stdin.buffer.read(struct.unpack("=I", head)[0])
    sys.stdout.buffer.write(head + body)
    sys.stdout.buffer.flush()
"""


def write_echo_extension(folder: Path) -> Path:
    """Write the extension, under our own ids, and return its folder."""
    ours = json.loads((ROOT / "manifest.json").read_text(encoding="utf-8"))
    manifest = {
        "manifest_version": 3,
        "name": "echo",
        "version": "1.0",
        "key": ours["key"],
        "browser_specific_settings": {"gecko": {"id": FIREFOX_ID}},
        "background": {"service_worker": "worker.js", "scripts": ["worker.js"]},
        "permissions": ["nativeMessaging"],
        "host_permissions": ["https://jobs.lever.co/*"],
        "content_scripts": [
            {"matches": ["https://jobs.lever.co/*"], "js": ["content.js"], "all_frames": True}
        ],
    }
    folder.mkdir()
    (folder / "manifest.json").write_text(json.dumps(manifest), encoding="utf-8")
    (folder / "content.js").write_text(_CONTENT, encoding="utf-8")
    (folder / "worker.js").write_text(_WORKER, encoding="utf-8")
    (folder / "page.html").write_text("<!doctype html><title>echo</title><p>a page", encoding="utf-8")
    return folder


def register_echo_host(directory: Path, program: Path, *, family: str) -> None:
    """Write the echo program, and its manifest into this browser's directory of host manifests."""
    register_host(directory, program, _ECHO.format(python=sys.executable), ECHO_HOST, family=family)


def register_host(directory: Path, program: Path, text: str, name: str, *, family: str = "chromium") -> None:
    """Write a native host's program, and its manifest into this browser's directory of host manifests."""
    program.write_text(text, encoding="utf-8")
    program.chmod(0o755)
    allowed = (
        {"allowed_extensions": [FIREFOX_ID]}
        if family == "firefox"
        else {"allowed_origins": list(chromium_origins())}
    )
    manifest = {"name": name, "description": name, "path": str(program), "type": "stdio", **allowed}
    directory.mkdir(parents=True, exist_ok=True)
    (directory / f"{name}.json").write_text(json.dumps(manifest), encoding="utf-8")
