// Keeps the button and its panel off the page's own controls that the user is about to press: they give way upwards, the
// panel also sideways. Also while a press is going on: a button that grew under the pointer would swallow the click.
(() => {
  if (applyonce.clearance) return;

  const GAP_PX = 12;
  /** A custom property is all of the host's inline style that its own `all: initial !important` lets through. */
  const LIFT = "--applyonce-lift";
  /** @type {{host: HTMLElement, panel: HTMLElement} | null} */
  let parts = null;
  /** Whether a place is looked for with the next frame. */
  let asked = false;
  /** Whether one is looked for at the end of this task. */
  let due = false;

  /** @returns {DOMRect[]} */
  function controls() {
    const { seen } = applyonce.standing.now;
    if (!seen?.form?.isConnected) return [];
    const { board, form } = seen;
    const selector = board.next ? `${board.submit}, ${board.next}` : board.submit;
    return applyonce.boards.find(board, form, selector).map((each) => each.getBoundingClientRect()).filter(({ width, height }) => width > 0 && height > 0);
  }

  /** @param {DOMRect} one @param {DOMRect} other */
  function meet(one, other) {
    return one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
  }

  function place() {
    asked = due = false;
    if (!parts?.host.isConnected) return;
    const { host, panel } = parts;
    host.style.removeProperty(LIFT);
    panel.style.translate = "";
    const rects = controls();
    const pill = host.getBoundingClientRect();
    const under = rects.find((each) => meet(pill, each));
    if (under && under.top - GAP_PX > pill.height) host.style.setProperty(LIFT, `${pill.bottom - under.top + GAP_PX}px`);
    if (panel.hidden) return;
    const box = panel.getBoundingClientRect();
    const covered = rects.find((each) => meet(box, each));
    if (!covered) return;
    const up = box.bottom - covered.top + GAP_PX;
    if (box.top - up > 0) panel.style.translate = `0 ${-up}px`;
    else panel.style.translate = `${Math.max(-(box.right - covered.left + GAP_PX), GAP_PX - box.left)}px 0`;
  }

  function soon() {
    if (asked || !parts) return;
    asked = true;
    requestAnimationFrame(place);
  }

  window.addEventListener("scroll", soon, { capture: true, passive: true });
  window.addEventListener("resize", soon, { passive: true });
  applyonce.onStop(() => {
    window.removeEventListener("scroll", soon, { capture: true });
    window.removeEventListener("resize", soon);
  });

  applyonce.clearance = {
    keep(host, panel) {
      parts = { host, panel };
      if (due) return;
      due = true;
      queueMicrotask(place); // once for all that changes together, and before any further event
    },
    covers({ left, right, top, bottom }) {
      if (!parts?.host.isConnected || parts.panel.hidden) return false;
      const box = parts.panel.getBoundingClientRect();
      const [x, y] = [(left + right) / 2, (top + bottom) / 2];
      return box.left < x && x < box.right && box.top < y && y < box.bottom;
    },
  };
})();
