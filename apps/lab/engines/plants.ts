/** A fault of the core, as a page gets it that a test has planted it in. */
export interface Plant {
  /** What is wrong. */
  name: string;
  /** The file as it is served. */
  file: string;
  cut: [from: string, to: string];
  /** The rule that has to notice. */
  rule: string;
}

const LEFT =
  "a page that is left while it reads keeps neither its channel, its lock nor its request";

/** Faults that engines have to tell. */
export const plants: Plant[] = [
  {
    name: "a read goes on, with its lock, when its page is left",
    file: "/core/runtime/page-watch.js",
    cut: [
      `function hide() {
        send({ type: "stopped" });`,
      `function hide() {`,
    ],
    rule: LEFT,
  },
  {
    name: "a channel stays open when its page is left",
    file: "/core/runtime/page-watch.js",
    cut: [
      `// A message to a page in the back/forward cache would throw it out.
        line.close();`,
      "",
    ],
    rule: LEFT,
  },
  {
    name: "a page that is hidden is taken for one that is left",
    file: "/core/environment/browser/page-lifecycle.js",
    cut: [
      `listen(window, "pagehide", onHide),`,
      `(queueMicrotask(() => document.hidden && onHide()),
        listen(document, "visibilitychange", () => document.hidden && onHide())),`,
    ],
    rule: "tabs that lie hidden poll as one, and follow a change",
  },
];

/** The file with the fault in it. */
export function spoil(code: string, { name, cut: [from, to] }: Plant): string {
  if (!code.includes(from)) throw new Error(`There is no place any more for: ${name}`);
  return code.replace(from, () => to);
}
