const SVG = "http://www.w3.org/2000/svg";

const shapes: [name: string, attributes: Record<string, string>][] = [
  ["rect", { width: "32", height: "32", rx: "8", class: "mark-ground" }],
  ["circle", { cx: "10", cy: "16", r: "4" }],
  ["circle", { cx: "22", cy: "16", r: "4", class: "mark-here" }],
  ["path", { d: "M14 16h4" }],
];

/** Creates Sojourn's mark: two tabs, and what joins them. */
export function createMark(): SVGElement {
  const mark = document.createElementNS(SVG, "svg");
  mark.setAttribute("viewBox", "0 0 32 32");
  mark.setAttribute("class", "mark");
  mark.setAttribute("aria-hidden", "true");
  for (const [name, attributes] of shapes) {
    const shape = document.createElementNS(SVG, name);
    for (const [key, value] of Object.entries(attributes)) shape.setAttribute(key, value);
    mark.append(shape);
  }
  return mark;
}
