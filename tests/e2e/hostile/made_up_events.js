// Every event that a page can make, on our button and on the board's own control.
() => {
  const submit = document.querySelector("button[type=submit]");
  const field = document.querySelector("#email");
  for (const target of [document.querySelector("applyonce-button"), submit, field]) {
    target.focus();
    for (const type of ["pointerover", "pointerdown", "mousedown", "pointerup", "mouseup", "click", "dblclick", "auxclick"]) {
      target.dispatchEvent(new PointerEvent(type, { bubbles: true, composed: true, cancelable: true, detail: 1 }));
    }
    for (const type of ["touchstart", "touchend"]) target.dispatchEvent(new Event(type, { bubbles: true, composed: true }));
    for (const key of ["Enter", " "]) {
      for (const type of ["keydown", "keypress", "keyup"]) {
        target.dispatchEvent(new KeyboardEvent(type, { key, code: key === " " ? "Space" : key, bubbles: true, composed: true }));
      }
    }
    target.click();
  }
  const form = document.querySelector("form");
  form.dispatchEvent(new SubmitEvent("submit", { bubbles: true, cancelable: true, submitter: submit }));
  form.requestSubmit(submit);
};
