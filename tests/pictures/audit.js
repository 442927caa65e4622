// Evaluates to a function that looks through a document or a shadow root for what a machine can find wrong with its looks:
// too little contrast (WCAG 2.2, 1.4.3), words cut off that stand nowhere else, controls without a name or too small to hit
// (2.5.8), and a page that is wider than its window. Returns sentences.
(root, opaque) => {
  const TEXT_RATIO = 4.5;
  const LARGE_RATIO = 3;
  const TARGET_PX = 24;
  const document = root.ownerDocument ?? root;
  const found = new Set();

  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = 1;
  const brush = canvas.getContext("2d", { willReadFrequently: true });

  /** Of any CSS colour: [red, green, blue, alpha], each from 0 to 1. */
  function channels(colour) {
    brush.clearRect(0, 0, 1, 1);
    brush.fillStyle = colour;
    brush.fillRect(0, 0, 1, 1);
    return [...brush.getImageData(0, 0, 1, 1).data].map((each) => each / 255);
  }

  function over([r, g, b, a], under) {
    return [r * a + under[0] * (1 - a), g * a + under[1] * (1 - a), b * a + under[2] * (1 - a), 1];
  }

  function luminance([r, g, b]) {
    const [x, y, z] = [r, g, b].map((each) => (each <= 0.04045 ? each / 12.92 : ((each + 0.055) / 1.055) ** 2.4));
    return 0.2126 * x + 0.7152 * y + 0.0722 * z;
  }

  function ratio(one, other) {
    const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b);
    return (high + 0.05) / (low + 0.05);
  }

  const parent = (element) => element.parentElement ?? element.getRootNode().host ?? null;

  /** What lies under an element's text, and what shines through of the text itself. */
  function paper(element) {
    const layers = [];
    let opacity = 1;
    for (let each = element; each; each = parent(each)) {
      const style = getComputedStyle(each);
      layers.push(channels(style.backgroundColor));
      opacity *= Number(style.opacity);
    }
    return { opacity, colour: layers.reduceRight((under, layer) => over(layer, under), channels(opaque)) };
  }

  function isShown(element) {
    const box = element.getBoundingClientRect();
    if (box.width < 2 || box.height < 2) return false;
    const { visibility, clipPath, opacity } = getComputedStyle(element);
    return visibility === "visible" && opacity !== "0" && !/inset\(50%\)/.test(clipPath);
  }

  const words = (element) => element.textContent.trim().replace(/\s+/g, " ").slice(0, 50);
  const ownText = (element) => [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim() !== "");

  for (const element of root.querySelectorAll("*")) {
    if (!ownText(element) || /^(SCRIPT|STYLE|OPTION|TITLE)$/.test(element.tagName) || !isShown(element)) continue;
    const style = getComputedStyle(element);
    const under = paper(element);
    const ink = channels(style.color);
    const seen = ratio(over([ink[0], ink[1], ink[2], ink[3] * under.opacity], under.colour), under.colour);
    const px = parseFloat(style.fontSize);
    const isLarge = px >= 24 || (px >= 18.66 && Number(style.fontWeight) >= 700);
    if (seen < (isLarge ? LARGE_RATIO : TEXT_RATIO)) {
      const isDisabled = element.closest(":disabled, [aria-disabled=true]") !== null;
      found.add(`contrast ${seen.toFixed(2)}${isDisabled ? " (disabled)" : ""}: ${words(element)}`);
    }
    const isCut = element.scrollWidth > element.clientWidth + 1 && style.overflowX === "hidden";
    if (isCut && !element.closest("[title]")) found.add(`cut off, and nowhere whole: ${words(element)}`);
  }

  const CONTROLS = "button, a[href], input, select, textarea, summary, [role=button], [tabindex='0']";
  for (const control of root.querySelectorAll(CONTROLS)) {
    if (!isShown(control) && control.type !== "checkbox" && control.type !== "file") continue;
    const labelled = control.getAttribute("aria-labelledby");
    const labels = [...(control.labels ?? [])].map(words).join(" ");
    const isField = /^(INPUT|SELECT|TEXTAREA)$/.test(control.tagName);
    const name = control.getAttribute("aria-label") || (labelled && root.getElementById(labelled)?.textContent) || labels || (!isField && words(control)) || control.title;
    if (!name) found.add(`no name: ${control.outerHTML.slice(0, 90)}`);
    const boxes = [control, ...(control.labels ?? [])].map((each) => each.getBoundingClientRect()).filter(({ width }) => width > 1);
    const height = Math.max(0, ...boxes.map((box) => box.height));
    const width = Math.max(0, ...boxes.map((box) => box.width));
    const isInline = getComputedStyle(control).display === "inline";
    if (!isInline && boxes.length > 0 && (height < TARGET_PX || width < TARGET_PX)) found.add(`small, ${width.toFixed(0)}×${height.toFixed(0)}: ${name}`);
  }

  const { scrollWidth, clientWidth } = document.documentElement;
  if (root === document && scrollWidth > clientWidth) found.add(`wider than its window: ${scrollWidth} of ${clientWidth} px`);
  return [...found];
}
