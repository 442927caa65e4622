// The panel's content: words and choices, as text nodes only, since some of the words come from the page.
(() => {
  if (applyonce.panel) return;

  /**
   * @param {HTMLElement} panel
   * @param {Note} note
   * @param {() => void} close
   */
  function fill(panel, note, close) {
    panel.dataset.tone = note.tone;
    panel.setAttribute("role", "region");
    panel.setAttribute("aria-label", "ApplyOnce");
    const title = element("h2", note.title);
    const lines = note.lines.filter(Boolean).map((line) => element("p", line));
    const items = note.items?.length ? list(note.items) : null;
    const choices = element("div", "");
    choices.className = "choices";
    for (const { label, act, primary } of note.choices ?? []) {
      const button = press(label, (event) => void chosen(event, choices, act, close));
      if (primary) button.className = "primary";
      choices.append(button);
    }
    const shut = press("×", close);
    shut.className = "close";
    shut.setAttribute("aria-label", "Close");
    applyonce.seen.observe(choices);
    const focused = /** @type {ShadowRoot} */ (panel.getRootNode()).activeElement?.textContent;
    panel.replaceChildren(title, ...lines, ...(items ? [items] : []), ...(note.choices?.length ? [choices] : []), shut);
    // Drawn anew under the user's hands: they go on where they were.
    if (focused) [...panel.querySelectorAll("button")].find(({ textContent }) => textContent === focused)?.focus();
  }

  /**
   * A choice may start an application: like the button itself it counts only when the user has really seen it.
   * @param {MouseEvent} event
   * @param {HTMLElement} choices
   * @param {() => void} act
   * @param {() => void} close
   */
  async function chosen(event, choices, act, close) {
    if (!(await applyonce.seen.byUser(event, choices))) {
      applyonce.ui.note(applyonce.words.covered());
      return;
    }
    close();
    act();
  }

  /** @type {Record<MarkState, string>} */
  const STATES = { filled: "", yours: "", changed_by_page: "Changed by the page. ", not_accepted: "Not accepted. ", left_for_you: "" };

  /** @param {NoteItem[]} items */
  function list(items) {
    const ul = document.createElement("ul");
    let isQuiet = false;
    for (const { text, why, state, jump, required } of items) {
      const li = document.createElement("li");
      if (state) li.dataset["state"] = state;
      // What may stay empty is told apart from what holds the form up.
      if (state === "left_for_you" && required === false) {
        if (!isQuiet) ul.append(heading("Optional, left to you"));
        isQuiet = true;
        li.dataset["quiet"] = "";
      }
      const line = jump ? press(text, jump) : element("span", text);
      if (jump) line.className = "jump";
      line.dir = "auto";
      const said = `${state ? STATES[state] : ""}${capital(why)}`.trim();
      if (said) line.append(Object.assign(element("small", said), { dir: "auto" }));
      li.append(line);
      ul.append(li);
    }
    return ul;
  }

  /** @param {string} text */
  function heading(text) {
    const li = element("li", text);
    li.className = "heading";
    return li;
  }

  /** Reasons come as half sentences. @param {string} why */
  function capital(why) {
    return why.charAt(0).toUpperCase() + why.slice(1);
  }

  /**
   * @param {string} name
   * @param {string} text
   */
  function element(name, text) {
    const made = document.createElement(name);
    made.textContent = text.slice(0, 400);
    return made;
  }

  /**
   * @param {string} label
   * @param {(event: MouseEvent) => void} act
   */
  function press(label, act) {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = label.slice(0, 400);
    button.addEventListener("click", (event) => {
      if (event.isTrusted) act(event);
    });
    return button;
  }

  applyonce.panel = { fill };
})();
