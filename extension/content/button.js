// The Apply button, and the panel in which it speaks: both in one closed shadow root, under one host element.
(() => {
  if (applyonce.ui) return;

  const HOST = "applyonce-button";
  const STATUS = "data-applyonce-status";
  /** A page that takes the button away this often is left in peace. */
  const MAX_RETURNS = 12;
  const RETURNS_MS = 30_000;
  const SVG = "http://www.w3.org/2000/svg";

  /** @type {Record<ShownStatus, string>} */
  const LABELS = {
    pending: "Apply",
    in_progress: "Applying…",
    applied: "Applied",
    unconfirmed: "Did it go through?",
    offline: "Companion not running",
  };
  /** @type {Record<string, string>} */
  const ICONS = {
    pending: "M5 12.5l4.5 4.5L19 7.5",
    in_progress: "M12 4a8 8 0 1 0 8 8",
    applied: "M5 12.5l4.5 4.5L19 7.5",
    unconfirmed: "M9.2 9.2a2.9 2.9 0 1 1 4.1 2.7c-.9.4-1.3 1-1.3 2M12 17.4v.1",
    offline: "M12 5v8M12 17.2v.1",
  };

  /** @type {HTMLElement | null} */
  let host = null;
  /** @type {ReturnType<typeof build> | null} */
  let parts = null;
  /** @type {MutationObserver | null} */
  let watcher = null;
  /** @type {number[]} */
  let returns = [];

  /** @param {Standing} standing @returns {ShownStatus} */
  function statusOf({ connected, application }) {
    if (!connected) return "offline";
    const status = application?.status ?? 1;
    if (status === 7) return "in_progress";
    if (status === 8) return "unconfirmed";
    return status === 1 ? "pending" : "applied";
  }

  function build() {
    // Made where no page has a say: one that has defined our element's name would be given its closed root (by
    // `attachInternals`) if the root came after its own constructor.
    const element = document.implementation.createHTMLDocument("").createElement(HOST);
    const root = element.attachShadow({ mode: "closed", delegatesFocus: true });
    const style = document.createElement("style");
    style.textContent = applyonce.style;
    const frame = document.createElement("div");
    frame.className = "frame";
    const button = document.createElement("button");
    button.type = "button";
    button.className = "apply";
    const icon = document.createElementNS(SVG, "svg");
    icon.setAttribute("viewBox", "0 0 24 24");
    icon.setAttribute("aria-hidden", "true");
    const path = document.createElementNS(SVG, "path");
    path.setAttribute("fill", "none");
    path.setAttribute("stroke", "currentColor");
    path.setAttribute("stroke-width", "2.6");
    path.setAttribute("stroke-linecap", "round");
    path.setAttribute("stroke-linejoin", "round");
    path.setAttribute("class", "spin");
    icon.append(path);
    const words = document.createElement("span");
    words.className = "words";
    const label = document.createElement("span");
    label.className = "label";
    const detail = document.createElement("span");
    detail.className = "detail";
    words.append(label, detail);
    button.append(icon, words);
    const said = document.createElement("div");
    said.className = "said";
    said.setAttribute("role", "status");
    const panel = document.createElement("div");
    panel.className = "panel";
    panel.hidden = true;
    const aside = document.createElement("button");
    aside.type = "button";
    aside.className = "aside";
    aside.textContent = "Show that tab";
    aside.hidden = true;
    aside.addEventListener("click", (event) => {
      if (event.isTrusted) applyonce.refusals.start("ext_show_tab", { application_id: applyonce.standing.now.application?.id });
    });
    frame.append(panel, button, aside, said);
    frame.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || panel.hidden) return;
      event.stopPropagation(); // the page may close something of its own at this key
      close();
    });
    root.append(style, frame);
    button.addEventListener("click", (event) => {
      if (event.isTrusted) void pressed(element, event);
    });
    return { element, root, frame, button, path, label, detail, said, panel, aside };
  }

  /** @param {HTMLElement} element @param {MouseEvent} event */
  async function pressed(element, event) {
    if (!(await applyonce.seen.byUser(event, element))) {
      note(applyonce.words.covered());
      return;
    }
    applyonce.conductor.pressed();
  }

  /** What the panel says, and how things stood when it began to. @type {{what: Note, about: string} | null} */
  let speaking = null;

  /** @param {Standing} standing */
  function about(standing) {
    return `${statusOf(standing)} ${standing.holding?.application_id ?? ""}`;
  }

  /** What was said of how things stood goes when they stand otherwise. @param {Standing} standing */
  function hushStale(standing) {
    if (!speaking) return;
    const { what, about: was } = speaking;
    const isOver = was !== about(standing) || (what.phase !== undefined && standing.holding?.phase !== what.phase);
    if (isOver && !what.lasting) note(null);
  }

  /** @param {Standing} standing */
  function show(standing) {
    hushStale(standing);
    if (!standing.seen && !standing.job) {
      if (parts?.panel.hidden !== false) remove();
      return;
    }
    const { element, button, path, label, detail, said, aside, panel } = ensure();
    const status = statusOf(standing);
    const { application, job, holding } = standing;
    const here = holding !== null;
    const isAsking = status === "pending" && standing.asking;
    const words = wording(standing, status);
    if (element.getAttribute(STATUS) !== status) element.setAttribute(STATUS, status);
    button.dataset.look = status;
    button.disabled = (status === "in_progress" && !here) || status === "applied";
    button.setAttribute("aria-busy", String(isAsking));
    const resting = application?.parked || (here && application?.phase === "filling" && ["next", "done", "preview"].includes(application.progress?.step ?? ""));
    const look = isAsking ? "in_progress" : status;
    path.setAttribute("d", ICONS[resting && status !== "offline" ? (application?.parked ? "unconfirmed" : "applied") : look] ?? "");
    path.setAttribute("class", look === "in_progress" && !resting ? "spin" : "");
    // Beside the button and outside of the host's box, so that the box is the button. What a program does has no tab.
    aside.hidden = !(status === "in_progress" && !here && application?.holder?.kind !== "api");
    label.textContent = words.label;
    detail.textContent = words.detail;
    const title = [job?.title ?? standing.seen?.title, job?.company ?? standing.seen?.company].filter(Boolean).join(", ");
    button.setAttribute("aria-label", [words.label, words.detail, title && `(${title})`, "ApplyOnce"].filter(Boolean).join(". "));
    const sentence = [words.label, words.detail].filter(Boolean).join(". ");
    if (said.textContent !== sentence) said.textContent = sentence;
    applyonce.clearance.keep(element, panel);
  }

  /**
   * @param {Standing} standing
   * @param {ShownStatus} status
   */
  function wording({ application, holding, offlineReason, asking }, status) {
    if (status === "in_progress") {
      if (application?.parked === "approval" && holding) return { label: "Needs you", detail: "Filled: read it through and submit" };
      if (application?.parked) return { label: "Needs you", detail: holding ? "Press to go on" : "In another tab" };
      if (application?.phase === "submitting") return { label: "Applying…", detail: "Waiting for the board’s confirmation" };
      const { progress } = application ?? {};
      if (holding && progress?.step === "preview") return { label: "Applying…", detail: "Press to see what will be filled" };
      if (holding && progress?.step === "next") return { label: "Applying…", detail: "Page filled: read it through and go on" };
      if (holding && progress?.step === "done") return { label: "Applying…", detail: filled() };
      const counted = progress?.total ? `${progress.filled} of ${progress.total} fields` : "";
      return { label: "Applying…", detail: holding ? counted : "This job is currently being applied to" };
    }
    if (status === "applied") {
      const day = applyonce.refusals.day(application?.applied_at);
      return { label: day ? `Applied on ${day}` : "Applied", detail: "" };
    }
    if (status === "unconfirmed") return { label: LABELS.unconfirmed, detail: "Press to say how it went" };
    if (status === "offline") return { label: LABELS.offline, detail: offlineReason ? "Press to see what to do" : "" };
    return asking ? { label: "One moment…", detail: "Asking whether this job is free" } : { label: "Apply", detail: "" };
  }

  /** What is left to do in a form that was filled, in the words of the panel. */
  function filled() {
    const open = applyonce.marks.open().filter(({ required, state }) => required || state !== "left_for_you").length;
    if (open > 0) return open === 1 ? "One field is left for you" : `${open} fields are left for you`;
    return applyonce.fill.isWatching() ? "Filled: the board is reading your résumé" : "Filled: read it through and submit";
  }

  function ensure() {
    parts ??= build();
    host = parts.element;
    if (!isInPlace(host)) place(host);
    return parts;
  }

  /** A page may also put it into an element of its own, and move or fade that. @param {HTMLElement} element */
  function isInPlace(element) {
    return element.isConnected && element.parentNode === document.documentElement;
  }

  /** @param {HTMLElement} element */
  function place(element) {
    // Beside the body, not in it: what a framework owns is not ours to change.
    document.documentElement.append(element);
    applyonce.seen.observe(element);
    watcher?.disconnect();
    watcher = new MutationObserver(() => {
      if (!host || isInPlace(host)) return;
      const now = performance.now();
      returns = [...returns.filter((at) => now - at < RETURNS_MS), now];
      if (returns.length > MAX_RETURNS) {
        watcher?.disconnect(); // the page fights it: it gives way, and the toolbar icon remains
        return;
      }
      place(host);
    });
    watcher.observe(document, { childList: true });
    watcher.observe(document.documentElement, { childList: true });
  }

  /** @param {Note | null} what */
  function note(what) {
    speaking = what && { what, about: about(applyonce.standing.now) };
    if (!what) {
      if (parts) parts.panel.hidden = true;
      return;
    }
    const { panel, said, element } = ensure();
    if (!element.hasAttribute(STATUS)) show(applyonce.standing.now);
    applyonce.panel.fill(panel, what, close);
    panel.hidden = false;
    applyonce.clearance.keep(element, panel);
    said.textContent = [what.title, ...what.lines].join(" ");
  }

  /** The user has read it: the keyboard goes on at the button. */
  function close() {
    note(null);
    parts?.button.focus();
  }

  function remove() {
    watcher?.disconnect();
    host?.remove();
    host = null;
    parts = null;
    speaking = null;
  }

  applyonce.onStop(remove);
  applyonce.ui = { show, note, shows: (what) => speaking?.what === what, remove, statusOf };
})();
