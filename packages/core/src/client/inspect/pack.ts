import { mapParts } from "./plain.ts";

/**
 * Converts plain data to JSON values. `undefined` and the numbers that JSON does not have become
 * texts that begin with `$`, e.g. "$Infinity". Texts that already begin with `$` get another `$`.
 */
export function pack(value: unknown): unknown {
  if (typeof value === "string") return value.startsWith("$") ? `$${value}` : value;
  if (value === undefined || (typeof value === "number" && !Number.isFinite(value)))
    return `$${value}`;
  return typeof value === "object" && value ? mapParts(value, pack) : value;
}

/** Reverses {@link pack}. */
export function unpack(value: unknown): unknown {
  if (typeof value === "string") return unpackText(value);
  return typeof value === "object" && value ? mapParts(value, unpack) : value;
}

function unpackText(text: string): unknown {
  if (!text.startsWith("$")) return text;
  if (text.startsWith("$$")) return text.slice(1);
  return text === "$undefined" ? undefined : Number(text.slice(1));
}
