"""The actors as fixtures. Whatever a test starts ends with it; a failed one leaves its .artifacts/ behind."""

from __future__ import annotations

import shutil
from contextlib import AbstractAsyncContextManager, AsyncExitStack, asynccontextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, TypeVar

import pytest
import pytest_asyncio

from companion.browsers import BrowserNotFound
from tests.e2e.harness.artifacts import FAILED, Artifacts, open_artifacts
from tests.e2e.harness.board_process import BoardProcess, board_process
from tests.e2e.harness.chromium import Chromium, start_chromium
from tests.e2e.harness.companion_process import CompanionProcess, companion_environment, data_directory
from tests.e2e.harness.firefox import Firefox, start_firefox
from tests.e2e.stage import Stage, start_stage

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable, Generator, Iterator

ROOT = Path(__file__).resolve().parents[2]
T = TypeVar("T")
B = TypeVar("B", Chromium, Firefox)


class StartChromium(Protocol):
    """Starts a Chromium: another name is another profile, the same name the same browser again."""

    async def __call__(self, name: str = "chromium", *, extension: Path = ROOT) -> Chromium: ...


class StartFirefox(Protocol):
    """The same for Firefox."""

    async def __call__(self, name: str = "firefox", *, extension: Path = ROOT) -> Firefox: ...


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    report = yield
    if report.failed:
        item.stash[FAILED] = True
        module = item.getparent(pytest.Module)
        if module is not None:
            module.stash[FAILED] = True
    return report


@pytest.fixture
def artifacts(request: pytest.FixtureRequest) -> Iterator[Artifacts]:
    """Give the folder for this test's logs and screenshots; it stays when the test failed."""
    kept = open_artifacts(ROOT, request.node)
    yield kept
    if not kept.failed:
        shutil.rmtree(kept.folder)


@pytest.fixture
async def board(artifacts: Artifacts) -> AsyncIterator[BoardProcess]:
    """Give a fresh sample board."""
    async with board_process(artifacts.log("board")) as board:
        yield board


@pytest.fixture
async def home(artifacts: Artifacts) -> AsyncIterator[Path]:
    """Give a companion's data directory, empty; the companion's own logs are kept of a failed test."""
    async with data_directory() as folder:
        yield folder
        if artifacts.failed and (folder / "logs").is_dir():
            shutil.copytree(folder / "logs", artifacts.folder / "companion-logs")


@pytest.fixture
async def companion(home: Path, artifacts: Artifacts) -> AsyncIterator[CompanionProcess]:
    """Give a companion that answers."""
    companion = CompanionProcess(home, artifacts.log("companion"), companion_environment(home))
    try:
        await companion.start()
        yield companion
    finally:
        companion.end()


async def _or_skip(stack: AsyncExitStack, browser: AbstractAsyncContextManager[T]) -> T:
    """Start a browser for as long as the stack lasts; a machine that has none skips the test."""
    try:
        return await stack.enter_async_context(browser)
    except BrowserNotFound as error:
        pytest.skip(str(error))


@asynccontextmanager
async def _launcher(
    open_browser: Callable[[str, Path], AbstractAsyncContextManager[B]], artifacts: Artifacts
) -> AsyncIterator[Callable[[str, Path], Awaitable[B]]]:
    """Give the function that starts browsers by name and extension; all of them end with the context."""
    async with AsyncExitStack() as stack:
        started: list[B] = []

        async def launch(name: str, extension: Path) -> B:
            started.append(await _or_skip(stack, open_browser(name, extension)))
            return started[-1]

        yield launch
        if artifacts.failed:
            for browser in started:
                await browser.screenshots(artifacts.folder)


@pytest.fixture
async def launch_chromium(
    board: BoardProcess, home: Path, tmp_path: Path, artifacts: Artifacts
) -> AsyncIterator[StartChromium]:
    """Give the function that starts Chromiums which meet the board, their native host registered."""

    def open_chromium(name: str, extension: Path) -> AbstractAsyncContextManager[Chromium]:
        log = artifacts.log(name)
        return start_chromium(tmp_path / name, board_port=board.port, home=home, extension=extension, log=log)

    async with _launcher(open_chromium, artifacts) as start:

        async def launch(name: str = "chromium", *, extension: Path = ROOT) -> Chromium:
            return await start(name, extension)

        yield launch


@pytest.fixture
async def launch_firefox(
    board: BoardProcess, home: Path, tmp_path: Path, artifacts: Artifacts
) -> AsyncIterator[StartFirefox]:
    """Give the function that starts Firefoxes which meet the board, their native host registered."""

    def open_firefox(name: str, extension: Path) -> AbstractAsyncContextManager[Firefox]:
        log = artifacts.log(name)
        return start_firefox(tmp_path / name, board_port=board.port, home=home, extension=extension, log=log)

    async with _launcher(open_firefox, artifacts) as start:

        async def launch(name: str = "firefox", *, extension: Path = ROOT) -> Firefox:
            return await start(name, extension)

        yield launch


@pytest.fixture
async def chromium(companion: CompanionProcess, launch_chromium: StartChromium) -> Chromium:
    """Give a Chromium with the extension, beside a companion that runs."""
    assert companion.pid
    return await launch_chromium()


@pytest.fixture
async def firefox(companion: CompanionProcess, launch_firefox: StartFirefox) -> Firefox:
    """Give a Firefox with the extension, beside a companion that runs."""
    assert companion.pid
    return await launch_firefox()


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def module_stage(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> AsyncIterator[Stage]:
    """Give a board, a companion and a Chromium that the tests of a module share, each with jobs of its own."""
    artifacts = open_artifacts(ROOT, request.node)
    try:
        async with AsyncExitStack() as stack:
            starting = start_stage(tmp_path_factory.mktemp("stage"), artifacts, extension=ROOT)
            yield await _or_skip(stack, starting)
    finally:
        if not artifacts.failed:
            shutil.rmtree(artifacts.folder)


@pytest_asyncio.fixture(loop_scope="module")
async def stage(module_stage: Stage, request: pytest.FixtureRequest) -> AsyncIterator[Stage]:
    """Give the shared actors; the tabs of a test end with it."""
    yield module_stage
    if request.node.stash.get(FAILED, False):
        await module_stage.chromium.screenshots(module_stage.pictures(request.node.name))
    await module_stage.tidy()
