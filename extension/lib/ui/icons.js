/** Small line icons, built as SVG nodes: the CSP of our pages allows no inline markup and we ship no image files for them. */

const SVG = "http://www.w3.org/2000/svg";

/** Each is drawn in a 16×16 box with a stroke of 1.6. */
const PATHS = {
  alert: ["M8 2.2 14.4 13.4H1.6Z", "M8 6.4v3.2", "M8 11.6v.1"],
  back: ["M9.8 3.4 5.2 8l4.6 4.6"],
  check: ["M3 8.4 6.4 11.8 13 4.6"],
  chevron: ["M4 6.2 8 10l4-3.8"],
  close: ["M4 4l8 8", "M12 4l-8 8"],
  document: ["M4 1.8h5L12.4 5v9.2H4Z", "M8.8 2v3.4h3.4"],
  gear: ["M8 5.6A2.4 2.4 0 1 0 8 10.4A2.4 2.4 0 1 0 8 5.6Z", "M8 1.6v2M8 12.4v2M1.6 8h2M12.4 8h2M3.5 3.5l1.4 1.4M11.1 11.1l1.4 1.4M12.5 3.5l-1.4 1.4M4.9 11.1l-1.4 1.4"],
  pencil: ["M2.6 13.4 3.2 10.6 10.8 3l2.2 2.2-7.6 7.6Z"],
  plug: ["M5.6 1.8v3.4M10.4 1.8v3.4", "M3.8 5.2h8.4v2.4a4.2 4.2 0 0 1-8.4 0Z", "M8 11.8v2.6"],
  plus: ["M8 3v10", "M3 8h10"],
  question: ["M5.8 6a2.3 2.3 0 1 1 3.4 2c-.8.5-1.2.9-1.2 1.8", "M8 12.4v.1"],
  search: ["M7 2.4A4.6 4.6 0 1 0 7 11.6A4.6 4.6 0 1 0 7 2.4Z", "M10.4 10.4 14 14"],
  shield: ["M8 1.6 13.2 3.6v3.8c0 3.4-2.2 5.8-5.2 7-3-1.2-5.2-3.6-5.2-7V3.6Z", "M5.6 8 7.4 9.8l3.2-3.6"],
  trash: ["M2.8 4.4h10.4", "M6.2 4.2V2.4h3.6v1.8", "M4.2 4.6l.6 9h6.4l.6-9"],
  upload: ["M8 10.4V2.6", "M4.8 5.6 8 2.4l3.2 3.2", "M2.6 10.8v2.6h10.8v-2.6"],
};

/** @typedef {keyof typeof PATHS} IconName */

/**
 * Decoration only: the text beside it, or the button's label, says what it means.
 * @param {IconName} name
 * @returns {SVGSVGElement}
 */
export function icon(name) {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", "0 0 16 16");
  svg.setAttribute("class", "icon-svg");
  svg.setAttribute("aria-hidden", "true");
  for (const d of PATHS[name]) {
    const path = document.createElementNS(SVG, "path");
    path.setAttribute("d", d);
    path.setAttribute("fill", "none");
    path.setAttribute("stroke", "currentColor");
    path.setAttribute("stroke-width", "1.6");
    path.setAttribute("stroke-linecap", "round");
    path.setAttribute("stroke-linejoin", "round");
    svg.append(path);
  }
  return svg;
}
