import { mapParts } from "./plain.ts";

/**
 * Makes JSON of plain data. `undefined` and the numbers that JSON does not know are texts that begin
 * with `$`, as in "$Infinity"; a text that begins so by itself gets another `$`.
 */
export function pack(value: unknown): unknown {
  if (typeof value === "string") return value.startsWith("$") ? `$${value}` : value;
  if (value === undefined || (typeof value === "number" && !Number.isFinite(value)))
    return `$${value}`;
  return typeof value === "object" && value ? mapParts(value, pack) : value;
}

/** Makes of it what it was. */
export function unpack(value: unknown): unknown {
  if (typeof value === "string") return unpackText(value);
  return typeof value === "object" && value ? mapParts(value, unpack) : value;
}

function unpackText(text: string): unknown {
  if (!text.startsWith("$")) return text;
  if (text.startsWith("$$")) return text.slice(1);
  return text === "$undefined" ? undefined : Number(text.slice(1));
}
