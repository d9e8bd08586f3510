const scraps: readonly unknown[] = [
  undefined,
  null,
  0,
  NaN,
  "",
  "signout",
  [],
  {},
  { sojourn: 1 },
  { sojourn: 1, type: "answer", session: { user: { name: "Mallory" } } },
  { type: "__proto__", session: null },
  new Map([["type", "answer"]]),
];

/** What does not fit where a field of a message is. */
const misfits: readonly unknown[] = [undefined, null, NaN, "1e9", {}, [], true];

/**
 * A message that nobody can have meant: a scrap, or a real one with one field spoilt.
 *
 * @param posted real messages
 */
export function garbageOf(posted: readonly unknown[], value: number): unknown {
  const real = posted[value % Math.max(1, posted.length)];
  if (value % 2 || !real) return scraps[value % scraps.length];
  const names = Object.keys(real).filter((name) => typeof (real as never)[name] === "number");
  const spoilt = names[value % names.length] ?? "type";
  return { ...real, [spoilt]: misfits[value % misfits.length] };
}
