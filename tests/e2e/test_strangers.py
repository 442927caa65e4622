"""Another extension in the same browser: it gets nothing from ours, and no word through to the companion."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from companion.browsers import BrowserNotFound
from tests.e2e.harness.chromium import EXTENSION_ID, ROOT, start_chromium
from tests.e2e.harness.waiting import until

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.async_api import Worker

    from tests.e2e.harness.artifacts import Artifacts
    from tests.e2e.harness.board_process import BoardProcess
    from tests.e2e.harness.chromium import Chromium
    from tests.e2e.harness.companion_process import CompanionProcess

pytestmark = [pytest.mark.browser, pytest.mark.timeout(90)]

ASK = """async (id) => {
  const said = (promise) => promise.then((reply) => reply ?? "nothing", (error) => `refused: ${error.message}`);
  const closed = (port) => new Promise((resolve) => {
    const heard = [];
    port.onMessage.addListener((message) => heard.push(message));
    port.onDisconnect.addListener(() => resolve({ heard, why: chrome.runtime.lastError?.message ?? "" }));
  });
  const host = closed(chrome.runtime.connectNative("org.applyonce.companion"));
  return {
    message: await said(chrome.runtime.sendMessage(id, { op: "profile", params: {} })),
    page: await closed(chrome.runtime.connect(id, { name: "page" })),
    tab: await closed(chrome.runtime.connect(id, { name: "tab" })),
    host: await host,
  };
}"""


def _other_extension(folder: Path) -> Path:
    folder.mkdir()
    manifest = {
        "manifest_version": 3,
        "name": "another",
        "version": "1.0",
        "background": {"service_worker": "worker.js"},
        "permissions": ["nativeMessaging"],
        "host_permissions": ["https://*/*"],
    }
    (folder / "manifest.json").write_text(json.dumps(manifest), encoding="utf-8")
    (folder / "worker.js").write_text("chrome.runtime.onMessage.addListener(() => {});", encoding="utf-8")
    return folder


async def _worker_of_the_other(chromium: Chromium) -> Worker:
    def found() -> Worker | None:
        workers = [each for each in chromium.context.service_workers if EXTENSION_ID not in each.url]
        return workers[0] if workers else None

    return await until(found, "the other extension's worker")


async def test_another_extension_gets_nothing(
    companion: CompanionProcess, board: BoardProcess, tmp_path: Path, artifacts: Artifacts
) -> None:
    both = f"{ROOT},{_other_extension(tmp_path / 'another')}"
    try:
        async with start_chromium(
            tmp_path / "chromium",
            board_port=board.port,
            home=companion.home,
            log=artifacts.log("chromium"),
            arguments=(f"--load-extension={both}", f"--disable-extensions-except={both}"),
        ) as chromium:
            await chromium.worker()
            other = await _worker_of_the_other(chromium)
            said = await other.evaluate(ASK, EXTENSION_ID)
    except BrowserNotFound as error:
        pytest.skip(str(error))

    assert str(said["message"]).startswith("refused"), said
    for way in ("page", "tab", "host"):
        assert said[way]["heard"] == [], said
    assert "forbidden" in said["host"]["why"], said
