// Keeps the panel off the page's own controls that the user is about to press: it gives way upwards, or sideways.
(() => {
  if (applyonce.clearance) return;

  const GAP_PX = 12;
  /** @type {HTMLElement | null} */
  let panel = null;
  let asked = false;

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
    asked = false;
    if (!panel || panel.hidden) return;
    panel.style.translate = "";
    const box = panel.getBoundingClientRect();
    const covered = controls().find((each) => meet(box, each));
    if (!covered) return;
    const up = box.bottom - covered.top + GAP_PX;
    if (box.top - up > 0) panel.style.translate = `0 ${-up}px`;
    else panel.style.translate = `${Math.max(-(box.right - covered.left + GAP_PX), GAP_PX - box.left)}px 0`;
  }

  function soon() {
    if (asked || !panel || panel.hidden) return;
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
    keep(shown) {
      panel = shown;
      place();
    },
  };
})();
