/** A fault of the core, as a page gets it that a test has planted it in. */
export interface Plant {
  /** What is wrong. */
  name: string;
  /** What stands once in the scripts that the lab has built, and what stands there instead. */
  cut: [from: string, to: string];
  /** The rule that has to notice. */
  rule: string;
  /** What the rule says of it, so that another failure is not mistaken for it. */
  complaint: RegExp;
}

const LEFT =
  "a page that is left while it reads keeps neither its channel, its lock nor its request";

/** Faults that engines have to tell. */
export const plants: Plant[] = [
  {
    name: "a read goes on, with its lock, when its page is left",
    cut: [
      `revision.note();
		send({ type: "stopped" });`,
      "",
    ],
    rule: LEFT,
    complaint: /"locks":1,"requests":1/,
  },
  {
    name: "a lock is kept when its page is left",
    cut: [`signal.addEventListener("abort", giveBack);`, ""],
    rule: LEFT,
    complaint: /"channels":0,"locks":1,"requests":0/,
  },
  {
    name: "a channel stays open when its page is left",
    cut: [
      `send({ type: "stopped" });
		peers.close();`,
      `send({ type: "stopped" });`,
    ],
    rule: LEFT,
    complaint: /"channels":[12],"locks":0,"requests":0/,
  },
  {
    name: "a page that is hidden is taken for one that is left",
    cut: [
      `listen(window, "pagehide", onHide),`,
      `(queueMicrotask(() => document.hidden && onHide()),
        listen(document, "visibilitychange", () => document.hidden && onHide())),`,
    ],
    rule: "tabs that lie hidden poll as one, and follow a change",
    complaint: /it shows loading/,
  },
];

/**
 * Returns a script with the fault in it, if its place is there.
 *
 * @throws Error if there are several places
 */
export function spoil(code: string, { name, cut: [from, to] }: Plant): string {
  const count = code.split(from).length - 1;
  if (count > 1) throw new Error(`There are ${count} places for: ${name}`);
  return code.replace(from, () => to);
}
