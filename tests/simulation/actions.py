"""What can happen in the simulated world. Each action draws its choices from the random source it is given.

An action that has nothing to act on does nothing, so that a history stays valid when parts of it are left out.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from companion.domain import SENT_STATUSES, Phase, Status
from tests.simulation.board import SimPermit
from tests.simulation.companion import Fault
from tests.simulation.world import JOBS, Sent, Tab

if TYPE_CHECKING:
    from collections.abc import Callable
    from random import Random

    from companion.domain import JsonObject, State
    from companion.service.call import Reply
    from tests.simulation.world import World

    Action = Callable[[World, Random], None]

_LARGEST_OFFSET_MS = 6 * 3_600_000
_MOST_TABS = 6
_MOST_JOINS = 3
_ZOMBIE_MEMORY = 4


def _pick_tab(
    world: World, rng: Random, fits: Callable[[Tab], bool] | None = None, *, frozen: bool = False
) -> Tab | None:
    """Return a tab, mostly one that fits: else most actions would have nothing to act on."""
    able = [tab for tab in world.tabs if tab.frozen is frozen]
    fit = [tab for tab in able if fits(tab)] if fits and rng.random() < 0.9 else able
    return rng.choice(fit) if fit else None


def _holds(tab: Tab) -> bool:
    return tab.application_id is not None


def _may_click(tab: Tab) -> bool:
    return tab.permit is not None and not tab.permit.consumed


def _pick_job(world: World, rng: Random, fits: Callable[[State | None], bool]) -> int:
    """Return a job, mostly one whose application fits."""
    jobs = [job for job in range(JOBS) if fits(world.watch.standing(job))] if rng.random() < 0.8 else []
    return rng.choice(jobs or list(range(JOBS)))


def _is_open(state: State | None) -> bool:
    return state is None or state.status is Status.PENDING


def _is_sent(state: State | None) -> bool:
    return state is not None and state.status in SENT_STATUSES


def _fenced(tab: Tab) -> JsonObject:
    return {"application_id": tab.application_id, "fence": tab.fence}


def _ask(world: World, rng: Random, tab: Tab, op: str, params: JsonObject, then: Any) -> None:
    """Ask for a tab; a reply is heeded only while the tab lives and still holds what it held."""
    held = (tab.application_id, tab.fence)

    def on_reply(reply: Reply) -> None:
        if tab.open and (tab.application_id, tab.fence) == held:
            then(reply)

    world.ask(rng, op, params, tab.browser.caller(), on_reply)


# --- tabs -------------------------------------------------------------------------------------------------


def open_tab(world: World, rng: Random) -> None:
    """Open a job page."""
    if len(world.tabs) >= _MOST_TABS:
        return
    browser = rng.choice(world.browsers)
    world.tabs.append(Tab(browser, browser.next_tab, _pick_job(world, rng, _is_open)))
    browser.next_tab += 1


def apply(world: World, rng: Random) -> None:
    """Click Apply, mostly on the tab's own page, sometimes while it holds another application."""
    tab = _pick_tab(world, rng, lambda tab: not _holds(tab))
    if tab is None:
        return
    job = _pick_job(world, rng, _is_open) if rng.random() < 0.4 else tab.job
    params = {"job_id": world.jobs[job], "holder": tab.holder(), "replace": rng.random() < 0.3}

    def then(reply: Reply) -> None:
        if reply.status == 200:
            tab.job = job
            tab.hold(reply.body["application_id"], reply.body["fence"])

    _ask(world, rng, tab, "apply", params, then)


def take_over(world: World, rng: Random) -> None:
    """Take an application over from its holder."""
    tab = _pick_tab(world, rng, lambda tab: not _holds(tab))
    states = world.watch.checker.states
    held = [known for known, state in states.items() if state.status is Status.IN_PROGRESS]
    known = held if held and rng.random() < 0.7 else list(states)
    if tab is None or not known:
        return
    application_id = rng.choice(known)

    def then(reply: Reply) -> None:
        if reply.status == 200:
            tab.job = world.watch.job(reply.body["application_id"])
            tab.hold(reply.body["application_id"], reply.body["fence"])

    _ask(world, rng, tab, "take_over", {"application_id": application_id, "holder": tab.holder()}, then)


def begin_submit(world: World, rng: Random) -> None:
    """Ask for the permit, or claim and ask in one call where the tab holds nothing."""
    tab = _pick_tab(world, rng, lambda tab: tab.permit is None)
    if tab is None or tab.permit is not None:
        return
    # By the step of its asking: the reply that is seen may be a replay, of a permit given long before.
    asked_at = world.step
    document, since = tab.document, (world.clock.wall_ms(), world.clock.monotonic_ms())
    job = tab.job

    def then(reply: Reply) -> None:
        if reply.status != 200:
            return
        application_id = str(reply.body.get("application_id", tab.application_id))
        tab.hold(application_id, reply.body["fence"])
        if tab.document == document:
            tab.permit = SimPermit(
                application_id=application_id,
                job=world.watch.job(application_id),
                cycle=world.employers.cycle(job),
                fence=tab.fence,
                issued_step=asked_at,
                wall_sent=since[0],
                monotonic_sent=since[1],
            )

    if tab.application_id is None:
        params = {"job_id": world.jobs[job], "holder": tab.holder()}
        _ask(world, rng, tab, "begin_submit_job", params, then)
    else:
        _ask(world, rng, tab, "begin_submit", _fenced(tab), then)


def click(world: World, rng: Random) -> None:
    """Submit under the permit."""
    tab = _pick_tab(world, rng, _may_click)
    if tab is not None:
        _click(world, rng, tab)


def _click(world: World, rng: Random, tab: Tab) -> None:
    permit = tab.permit
    if permit is None or permit.consumed or not world.is_alive(permit):
        return
    permit.consumed = True
    what = rng.random()
    if what < 0.15:
        tab.proof = "client_validation"
    elif what < 0.25:
        tab.proof = "server_refused"
    else:
        world.employers.submit(permit)
        if what < 0.85:
            tab.evidence = (permit.application_id, permit.fence)
        if what > 0.7:
            world.late_evidence.append((permit.application_id, permit.fence))
            del world.late_evidence[:-_ZOMBIE_MEMORY]


def confirm(world: World, rng: Random) -> None:
    """Tell that the board's confirmation was seen, even where the tab lost its lease since."""
    tabs = [tab for tab in world.tabs if tab.evidence is not None and not tab.frozen]
    if not tabs:
        return
    tab = rng.choice(tabs)
    if tab.evidence is None:
        return
    application_id, fence = tab.evidence
    params = {
        "application_id": application_id,
        "fence": fence,
        "evidence": {"kind": "address", "url": "https://boards.greenhouse.io/thanks"},
    }

    def then(reply: Reply) -> None:
        if tab.evidence == (application_id, fence) and reply.status < 500:
            tab.evidence = None
            if tab.application_id == application_id and tab.fence == fence:
                tab.let_go()

    world.ask(rng, "confirm", params, tab.browser.caller(), then)


def confirm_late(world: World, rng: Random) -> None:
    """A confirmation is seen long after, in whichever tab: who held the application may be long gone."""
    if not world.late_evidence:
        return
    seen = world.late_evidence.pop(rng.randrange(len(world.late_evidence)))
    params = {"application_id": seen[0], "fence": seen[1], "evidence": {"kind": "text", "text": "Received"}}
    world.ask(rng, "confirm", params, world.browsers[0].caller(), lambda _: None)


def hand_back(world: World, rng: Random) -> None:
    """Give the permit back, with the proof that nothing was sent; a permit unused is destroyed first."""
    tab = _pick_tab(world, rng, lambda tab: tab.proof is not None or _may_click(tab))
    if tab is None or tab.application_id is None:
        return
    proof = tab.proof
    if proof is None and tab.permit is not None and not tab.permit.consumed:
        proof = "permit_unused"
    if proof is None:
        return
    tab.permit = tab.proof = None
    keep = rng.random() < 0.6
    params = {
        **_fenced(tab),
        "reason": "nothing was sent",
        "not_sent_proof": {"kind": proof},
        "keep": keep,
    }

    def then(reply: Reply) -> None:
        if reply.status == 200 and reply.body["application"]["status"] == Status.IN_PROGRESS:
            tab.fence = reply.body["application"]["fence"]
        else:
            tab.let_go()

    _ask(world, rng, tab, "fail", params, then)


def fail(world: World, rng: Random) -> None:
    """Fail, without a word on what was sent; the worker does so for a frozen tab too, which keeps its permit."""
    tab = _pick_tab(world, rng, _holds, frozen=rng.random() < 0.5)
    if tab is None or tab.application_id is None:
        return
    params = {**_fenced(tab), "reason": "the page broke"}
    _ask(world, rng, tab, "fail", params, lambda _: tab.let_go())


def release(world: World, rng: Random) -> None:
    """Give the application back."""
    tab = _pick_tab(world, rng, _holds)
    if tab is not None and tab.application_id is not None:
        then = partial(_let_go_where_done, tab)
        _ask(world, rng, tab, "release", _fenced(tab), then)


def _let_go_where_done(tab: Tab, reply: Reply) -> None:
    if reply.status == 200:
        tab.let_go()


def park_or_resume(world: World, rng: Random) -> None:
    """Wait for the user, or go on; agents do so more than people."""
    agents_only = rng.random() < 0.6
    tab = _pick_tab(world, rng, lambda tab: _holds(tab) and (tab.kind == "agent" or not agents_only))
    if tab is None or tab.application_id is None:
        return
    state = world.watch.state(tab.application_id)
    if (state is not None and state.parked is None) == (rng.random() < 0.9):
        _ask(world, rng, tab, "park", {**_fenced(tab), "reason": "captcha"}, lambda _: None)
    else:
        _ask(world, rng, tab, "resume", _fenced(tab), lambda _: None)


def reload(world: World, rng: Random) -> None:
    """Load the page anew: what its script knew is gone, the worker rebinds the new document."""
    tab = _pick_tab(world, rng, frozen=rng.random() < 0.3)
    if tab is None:
        return
    tab.document += 1
    tab.permit, tab.proof, tab.frozen = None, None, False
    if rng.random() < 0.5:
        tab.evidence = None
    if tab.application_id is not None:
        params = {**_fenced(tab), "holder": tab.holder()}
        _ask(world, rng, tab, "rebind", params, lambda _: None)


def close_tab(world: World, rng: Random) -> None:
    """Close a tab; its worker tells, if it can."""
    tab = _pick_tab(world, rng, frozen=rng.random() < 0.3)
    if tab is None:
        return
    tab.open = False
    world.tabs.remove(tab)
    tell = {"tab_id": tab.tab_id}

    def told(_reply: Reply) -> None:
        return

    if rng.random() < 0.8:
        world.ask(rng, "tab_gone", tell, tab.browser.caller(), told)


def discard(world: World, rng: Random) -> None:
    """The browser discards a tab, or it crashes: nobody is told."""
    tab = _pick_tab(world, rng, frozen=rng.random() < 0.5)
    if tab is not None:
        tab.open = False
        world.tabs.remove(tab)


def freeze(world: World, rng: Random) -> None:
    """A tab stands still; its worker still beats."""
    tab = _pick_tab(world, rng, _may_click)
    if tab is not None:
        tab.frozen = True


def thaw(world: World, rng: Random) -> None:
    """A frozen tab wakes and goes on where it stood: often with a click that is late."""
    tab = _pick_tab(world, rng, frozen=True)
    if tab is not None:
        tab.frozen = False
        _click(world, rng, tab)


def let_go(world: World, rng: Random) -> None:
    """A tab learns from the push stream that it holds nothing any more."""
    tab = _pick_tab(world, rng, _holds)
    if tab is None or tab.application_id is None:
        return
    state = world.watch.state(tab.application_id)
    if state is None or state.fence != tab.fence or state.status is not Status.IN_PROGRESS:
        tab.let_go()


def restart_browser(world: World, rng: Random) -> None:
    """Start a browser anew: a new session, and tab ids that begin again."""
    browser = rng.choice(world.browsers)
    world.forget_tabs(browser)
    browser.session_number += 1
    browser.next_tab = 1
    hello = {
        "protocol": 1,
        "version": "1",
        "browser": "Chromium",
        "instance": browser.instance,
        "session": browser.session,
    }
    since = (world.clock.wall_ms(), world.clock.monotonic_ms())
    world.next_key += 1
    world.deliver(Sent("hello", hello, browser.caller(), f"key-{world.next_key}", since, lambda _: None))
    left = world.rows(
        "SELECT 1 FROM attempts WHERE ended_at IS NULL AND instance = ? AND session <> ?",
        browser.instance,
        browser.session,
    )
    assert not left, "an attempt of the browser's earlier session is still open"


# --- agents and API clients -------------------------------------------------------------------------------


def agent_claims(world: World, rng: Random) -> None:
    """Auto-apply claims a job, and has a tab opened for it."""
    job = _pick_job(world, rng, _is_open)

    def then(reply: Reply) -> None:
        if reply.status == 200:
            world.agents.append((reply.body["application_id"], reply.body["fence"], job))
            del world.agents[:-_ZOMBIE_MEMORY]

    caller = world.browsers[0].caller()
    holder = {"kind": "agent"}
    world.ask(rng, "apply", {"job_id": world.jobs[job], "holder": holder}, caller, then)


def agent_opens_tab(world: World, rng: Random) -> None:
    """The agent's tab is there: the attempt is bound to it."""
    if not world.agents or len(world.tabs) >= _MOST_TABS:
        return
    application_id, fence, job = world.agents.pop(rng.randrange(len(world.agents)))
    browser = rng.choice(world.browsers)
    tab = Tab(browser, browser.next_tab, job, kind="agent")
    browser.next_tab += 1
    tab.hold(application_id, fence)
    world.tabs.append(tab)
    _ask(world, rng, tab, "rebind", {**_fenced(tab), "holder": tab.holder()}, lambda _: None)


def api_client(world: World, rng: Random) -> None:
    """A program sets statuses: it claims, completes, gives back, or tries what it may not."""
    job = rng.randrange(JOBS)
    status = rng.choice((7, 7, 2, 1, 1, 8, 3, 5))
    params: JsonObject = {"job_id": world.jobs[job], "status": status}
    if world.clients and rng.random() < 0.5:
        _, fence, job = rng.choice(world.clients)
        params = {"job_id": world.jobs[job], "status": status, "fence": fence}
    elif status == Status.APPLIED and rng.random() < 0.7:
        return

    def then(reply: Reply) -> None:
        if reply.status == 200 and status == Status.IN_PROGRESS:
            world.clients.append((reply.body["application_id"], reply.body["fence"], job))
            del world.clients[:-_ZOMBIE_MEMORY]

    world.ask(rng, "set_status", params, world.browsers[0].caller(), then)


# --- the user ---------------------------------------------------------------------------------------------


def resolve(world: World, rng: Random) -> None:
    """The user says how an open question ended: mostly the truth."""
    questions = [
        application_id
        for application_id, state in world.watch.checker.states.items()
        if state.status is Status.UNCONFIRMED or state.disputed or rng.random() < 0.05
    ]
    if not questions:
        return
    application_id = rng.choice(questions)
    sent = world.employers.has_received(world.watch.job(application_id))
    if rng.random() < world.plan.lies:
        sent = not sent
    outcome = "applied" if sent else "not_applied"
    params = {"application_id": application_id, "outcome": outcome}
    world.ask(rng, "resolve", params, world.browsers[0].caller(), lambda _: None)


def new_cycle(world: World, rng: Random) -> None:
    """The user wants to apply once more."""
    params = {"job_id": world.jobs[_pick_job(world, rng, _is_sent)], "note": "again"}
    world.ask(rng, "new_cycle", params, world.browsers[0].caller(), lambda _: None)


def same_job(world: World, rng: Random) -> None:
    """The user says that two jobs are one."""
    if not world.plan.joins:
        return
    kept, joined = rng.randrange(JOBS), rng.randrange(JOBS)
    params = {"job_id": world.jobs[kept], "other": world.jobs[joined]}
    one, other = world.employers.root(kept), world.employers.root(joined)

    def joined_on_disk() -> bool:
        rows = world.rows("SELECT merged_into FROM jobs WHERE id = ?", world.jobs[other])
        return bool(rows[0]["merged_into"] == world.jobs[one])

    if one == other:
        world.ask(rng, "same_job", params, world.browsers[0].caller(), lambda _: None)
        return
    if world.joined >= _MOST_JOINS:
        return
    # Told before it is carried out, since the check that follows must know that they are one.
    since = (world.clock.wall_ms(), world.clock.monotonic_ms())
    world.next_key += 1
    world.joined += 1
    world.employers.join(one, other, world.step)
    world.deliver(
        Sent("same_job", params, world.browsers[0].caller(), f"key-{world.next_key}", since, lambda _: None)
    )
    assert joined_on_disk(), "the two jobs were not joined"


# --- past the gate ----------------------------------------------------------------------------------------


def send_past_the_gate(world: World, rng: Random) -> None:
    """A page's own script sends, or the user does while the companion is down."""
    world.pending_reports.append(rng.randrange(JOBS))
    del world.pending_reports[:-_ZOMBIE_MEMORY]


def report_submission(world: World, rng: Random) -> None:
    """Tell the companion of what went past the gate."""
    if not world.pending_reports:
        return
    job = world.pending_reports.pop(rng.randrange(len(world.pending_reports)))
    params: JsonObject = {"job_id": world.jobs[job], "at": "2026-01-02T03:04:05Z"}
    if rng.random() < 0.5:
        params["evidence"] = {"kind": "text", "text": "Thank you"}
    world.ask(rng, "report_submission", params, world.browsers[0].caller(), lambda _: None)


# --- the network and the machine --------------------------------------------------------------------------


def retry(world: World, rng: Random) -> None:
    """Somebody who got no answer asks again under the same key."""
    if world.unanswered:
        world.send(rng, world.unanswered.pop(rng.randrange(len(world.unanswered))))


def arrive_late(world: World, rng: Random) -> None:
    """A call that was held up arrives; nobody waits for its answer."""
    if world.in_flight:
        world.deliver(world.in_flight.pop(rng.randrange(len(world.in_flight))))


def repeat(world: World, rng: Random) -> None:
    """An old call is repeated under its key, sometimes with other arguments."""
    if not world.replies:
        return
    sent, _ = world.replies[rng.choice(list(world.replies))]
    if rng.random() < 0.3 and "fence" in sent.params:
        changed = {**sent.params, "fence": sent.params["fence"] + 1}
        sent = Sent(sent.op, changed, sent.caller, sent.key, sent.since, sent.on_reply)
    world.deliver(sent)


def race(world: World, rng: Random) -> None:
    """Several holders ask for one job at once: their calls meet in one group commit."""
    job = _pick_job(world, rng, _is_open)
    tabs = [tab for tab in world.tabs if tab.application_id is None and not tab.frozen]
    since = (world.clock.wall_ms(), world.clock.monotonic_ms())
    sents = []
    for tab in tabs[:3]:
        world.next_key += 1
        params = {"job_id": world.jobs[job], "holder": tab.holder()}
        sents.append(
            Sent("apply", params, tab.browser.caller(), f"key-{world.next_key}", since, lambda _: None)
        )
    if not sents:
        return
    replies = world.deliver(*sents)
    winners = [tab for tab, reply in zip(tabs, replies, strict=False) if reply.status == 200]
    assert len(winners) <= 1, "two holders were given one job"
    for tab, reply in zip(tabs, replies, strict=False):
        if reply.status == 200:
            tab.job = job
            tab.hold(reply.body["application_id"], reply.body["fence"])


def wait(world: World, rng: Random) -> None:
    """Time passes."""
    world.wait(rng, rng.randrange(world.plan.pace_ms * 8))


def suspend(world: World, rng: Random) -> None:
    """The laptop sleeps; the first thing that happens after it is a sweep."""
    world.clock.suspend(rng.choice((30_000, 600_000, 8 * 3_600_000)))
    if rng.random() < 0.7:
        world.sweep()


def step_clock(world: World, rng: Random) -> None:
    """The wall clock is set, forwards or backwards."""
    by = rng.choice((-3_600_000, -30_000, -11_000, 11_000, 30_000, 3_600_000))
    if abs(world.wall_offset_ms + by) <= _LARGEST_OFFSET_MS:
        world.wall_offset_ms += by
        world.clock.step(by)


def restart_companion(world: World, _rng: Random) -> None:
    """The companion is killed and started again."""
    world.companion.restart()
    world.watch.look()
    world.watch.companion_restarted()


def break_next_call(world: World, rng: Random) -> None:
    """The next call that is sent meets a kill at one of its stages, or a disk that takes no intent."""
    world.fault = rng.choice(tuple(Fault))


def back_up(world: World, _rng: Random) -> None:
    """The database is backed up."""
    if not world.plan.joins:
        world.companion.back_up()


def restore(world: World, _rng: Random) -> None:
    """The database was damaged: the backup takes its place, and the log of intents is replayed."""
    if world.plan.joins or not world.companion.restore():
        return
    world.employers.forget_what_was_told()
    world.replies.clear()
    world.watch.begin_again()
    world.watch.look()
    held = [
        state
        for state in world.watch.checker.states.values()
        if state.status is Status.IN_PROGRESS and state.phase in (Phase.FILLING, Phase.SUBMITTING)
    ]
    assert not held, "an attempt outlived the restoring of its database"


def settle(world: World, rng: Random) -> None:
    """Everybody goes away: what nobody works on must end, and the user answers what is open."""
    for browser in world.browsers:
        world.forget_tabs(browser)
    world.agents.clear()
    world.in_flight.clear()
    times = world.plan.times
    longest = max(times.stale_after_minutes * 60 + times.stale_check_seconds, times.lease_seconds)
    states = world.watch.checker.states
    left = round((longest + times.submit_window_seconds + 60) * 1000)
    while left > 0 and any(state.status is Status.IN_PROGRESS for state in states.values()):
        world.wait(rng, 10_000)
        left -= 10_000
    world.wait(rng, round((times.permit_seconds + 1) * 1000))
    held = [state for state in states.values() if state.status is Status.IN_PROGRESS]
    assert not held, f"nobody is left, and still it is {held[0]}"
    caller = world.browsers[0].caller()
    for application_id, state in list(states.items()):
        if state.status is Status.UNCONFIRMED or state.disputed:
            sent = world.employers.has_received(world.watch.job(application_id))
            params = {
                "application_id": application_id,
                "outcome": "applied" if sent else "not_applied",
            }
            world.next_key += 1
            (reply,) = world.deliver(
                Sent("resolve", params, caller, f"key-{world.next_key}", (0, 0), lambda _: None)
            )
            assert reply.status == 200, f"the user's word was refused: {reply}"
    open_still = [s for s in states.values() if s.status is Status.UNCONFIRMED or s.disputed]
    assert not open_still, f"an answered question is still open: {open_still[0]}"
    world.watch.checker.check_from_scratch()


ACTIONS: dict[str, tuple[float, Action]] = {
    "open_tab": (10, open_tab),
    "apply": (14, apply),
    "take_over": (3, take_over),
    "begin_submit": (16, begin_submit),
    "click": (20, click),
    "confirm": (9, confirm),
    "confirm_late": (4, confirm_late),
    "hand_back": (8, hand_back),
    "fail": (3, fail),
    "release": (2, release),
    "park_or_resume": (5, park_or_resume),
    "reload": (4, reload),
    "close_tab": (4, close_tab),
    "discard": (2, discard),
    "freeze": (3, freeze),
    "thaw": (6, thaw),
    "let_go": (8, let_go),
    "restart_browser": (1, restart_browser),
    "agent_claims": (5, agent_claims),
    "agent_opens_tab": (5, agent_opens_tab),
    "api_client": (6, api_client),
    "resolve": (10, resolve),
    "new_cycle": (8, new_cycle),
    "same_job": (1, same_job),
    "send_past_the_gate": (1, send_past_the_gate),
    "report_submission": (2, report_submission),
    "retry": (8, retry),
    "arrive_late": (5, arrive_late),
    "repeat": (2, repeat),
    "race": (3, race),
    "wait": (25, wait),
    "suspend": (1, suspend),
    "step_clock": (1, step_clock),
    "restart_companion": (1.5, restart_companion),
    "break_next_call": (2, break_next_call),
    "back_up": (2, back_up),
    "restore": (1, restore),
}
"""Each action by name, with its usual weight."""
