// What stands in the marked controls, read by the page's own DOM alone: no word of the product's code is used here.
() => {
  const clean = (text) => (text ?? "").replace(/\s+/g, " ").trim();
  const labelOf = (el) => clean([...(el.labels ?? [])].map((label) => label.innerText).find((text) => clean(text)) ?? el.getAttribute("aria-label") ?? el.nextSibling?.textContent ?? "");
  const all = (root) => [...root.querySelectorAll("*")].flatMap((el) => [el, ...(el.shadowRoot ? all(el.shadowRoot) : []), ...(el.contentDocument ? all(el.contentDocument) : [])]);

  const one = (el) => {
    if (el.localName === "select") return [...el.selectedOptions].filter((option) => option.value !== "").map((option) => clean(option.textContent)).join(" | ");
    if (el.type === "checkbox" || el.type === "radio") return el.checked ? "on" : "";
    if (el.type === "file") return [...el.files].map((file) => file.name).join(" | ");
    if (el.isContentEditable) return el.innerText;
    return el.value ?? "";
  };

  const read = (el) => {
    const at = el.dataset.at && el.getRootNode().querySelector(el.dataset.at);
    if (at) return "value" in at && at.localName !== "li" && at.localName !== "button" ? at.value : clean(at.textContent);
    if (el.matches("input, select, textarea") || el.isContentEditable) return one(el);
    const inner = all(el).filter((each) => each.getAttribute("aria-hidden") !== "true");
    if (/^(radio|checkbox|switch)$/.test(el.getAttribute("role") ?? "")) return el.getAttribute("aria-checked") === "true" ? "on" : "";
    const ticked = inner.filter((each) => each.checked || each.matches("[aria-checked=true], [aria-pressed=true], [data-state=checked]:not(input)"));
    if (inner.some((each) => each.matches("[type=radio], [type=checkbox], [role=radio], [role=checkbox], [aria-pressed]"))) return ticked.map((each) => (clean(each.innerText) || labelOf(each))).join(" | ");
    return inner.filter((each) => each.matches("input:not([type=hidden]), select, textarea")).map(one).filter(Boolean).join(" ");
  };

  return Object.fromEntries(all(document).filter((el) => el.dataset?.n).map((el) => [el.dataset.n, read(el)]));
}
