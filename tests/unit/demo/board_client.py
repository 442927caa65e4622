"""A client that asks the sample board without a browser, with the Host header of the board it means."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from aiohttp import FormData
from yarl import URL

from companion.demo.board import BOARD
from companion.demo.catalogue import posting

if TYPE_CHECKING:
    from aiohttp import ClientResponse, web
    from aiohttp.test_utils import TestClient

    from companion.demo.context import Board

EMAIL = "nora.lind@example.org"


@dataclass(frozen=True)
class BoardClient:
    client: TestClient[web.Request, web.Application]

    @property
    def state(self) -> Board:
        return self.client.app[BOARD]

    async def get(self, address: str) -> ClientResponse:
        url = URL(address)
        return await self.client.get(url.raw_path_qs, headers={"Host": url.host or ""}, allow_redirects=False)

    async def arm(self, fault: str, **arguments: object) -> ClientResponse:
        return await self.client.post("/__board/faults", json={"fault": fault, **arguments})

    async def apply_plainly(self, email: str = EMAIL, **more: str) -> ClientResponse:
        """Send the plain form of `careers-planner`, whole unless `more` says otherwise."""
        fields = {
            "first_name": "Nora",
            "last_name": "Lind",
            "email": email,
            "country": "Sweden",
            "licence": "Yes",
            "privacy": "yes",
        }
        data = FormData(default_to_multipart=True)
        for name, value in (fields | more).items():
            data.add_field(name, value)
        data.add_field("resume", b"%PDF-1.4", filename="resume.pdf", content_type="application/pdf")
        wanted = posting("careers-planner")
        return await self.client.post(
            f"{wanted.path}/apply", data=data, headers={"Host": wanted.host}, allow_redirects=False
        )

    async def apply_on_ashby(self) -> ClientResponse:
        """Send the application that Ashby's page would send for `ashby-founding`."""
        wanted = posting("ashby-founding")
        data = FormData(default_to_multipart=True)
        data.add_field("jobPostingId", wanted.board_job_id)
        data.add_field("organizationHostedJobsPageName", wanted.company)
        data.add_field("_systemfield_name", "Nora Lind")
        data.add_field("_systemfield_email", EMAIL)
        data.add_field("_systemfield_resume", b"%PDF-1.4", filename="resume.pdf")
        path = "/api/non-user-graphql?op=ApiSubmitSingleApplicationFormAction"
        return await self.client.post(path, data=data, headers={"Host": wanted.host})

    @property
    def accepted(self) -> int:
        """How many applications were accepted in all."""
        return len(self.state.ledger.submissions)
