"""An export while applications go on: everything is in it, once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from companion.cli.export import every_job
from companion.client import APIClient
from companion.http_client import jobs as paging
from tests.integration.service.actors import JOB_URL, service

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


async def test_a_job_that_changes_while_the_list_is_gone_through_is_in_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(paging, "LARGEST_PAGE", 1)
    page_of = APIClient.jobs
    async with service(tmp_path) as it, APIClient(home=tmp_path) as client:
        oldest, *newer = [await it.client.identify(f"{JOB_URL}{number}") for number in range(3)]
        unclaimed = [oldest]

        async def then_it_changes(self: APIClient, **given: Any) -> Any:
            page = await page_of(self, **given)
            if unclaimed:
                await it.client.apply(unclaimed.pop())  # it stands first now, where the list was already
            return page

        monkeypatch.setattr(APIClient, "jobs", then_it_changes)
        assert sorted(map(str, await every_job(client))) == sorted([oldest, *newer])
