"""The floor under a click: an extension that only carries it to an echo host and back, and shows the answer."""

from __future__ import annotations

import json
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

from tests.benchmarks.pages import HOST
from tests.e2e.harness.chromium import ROOT, start_chromium
from tests.e2e.harness.echo_extension import ECHO_HOST, register_echo_host

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from tests.e2e.harness.chromium import Chromium

_CONTENT = """
const host = document.createElement("applyonce-button");
host.dataset.applyonceStatus = "pending";
const button = document.createElement("button");
button.className = "apply";
button.textContent = "Apply to this job";
button.style = "position: fixed; right: 20px; bottom: 20px; min-height: 48px";
const port = chrome.runtime.connect({ name: "bare" });
port.onMessage.addListener(() => { host.dataset.applyonceStatus = "in_progress"; });
button.addEventListener("click", () => port.postMessage({ op: "apply", key: crypto.randomUUID() }));
host.attachShadow({ mode: "closed" }).append(button);
document.documentElement.append(host);
"""
_WORKER = """
const native = chrome.runtime.connectNative("%s");
const asked = new Map();
let last = 0;
native.onMessage.addListener(({ id }) => { asked.get(id)?.postMessage({ id }); asked.delete(id); });
chrome.runtime.onConnect.addListener((port) => {
  port.onMessage.addListener((message) => {
    asked.set((last += 1), port);
    native.postMessage({ ...message, id: last });
  });
});
"""


@asynccontextmanager
async def open_bare_chromium(folder: Path, *, board_port: int) -> AsyncIterator[Chromium]:
    """Run a Chromium of its own with the bare extension. Raises BrowserNotFound."""
    extension = folder / "bare-extension"
    extension.mkdir()
    ours = json.loads((ROOT / "manifest.json").read_text(encoding="utf-8"))
    matches = [f"https://{HOST}/*"]
    manifest = {
        "manifest_version": 3,
        "name": "bare click",
        "version": "1.0",
        "key": ours["key"],
        "background": {"service_worker": "worker.js"},
        "permissions": ["nativeMessaging"],
        "host_permissions": matches,
        "content_scripts": [{"matches": matches, "js": ["content.js"]}],
    }
    (extension / "manifest.json").write_text(json.dumps(manifest), encoding="utf-8")
    (extension / "content.js").write_text(_CONTENT, encoding="utf-8")
    (extension / "worker.js").write_text(_WORKER % ECHO_HOST, encoding="utf-8")
    profile = folder / "bare-chromium"
    register_echo_host(profile / "NativeMessagingHosts", folder / "bare-echo", family="chromium")
    async with start_chromium(profile, board_port=board_port, extension=extension) as chromium:
        yield chromium
