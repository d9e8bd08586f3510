import { toReason } from "./app.ts";
import type { Change } from "./timeline.ts";

/** Fields that change with nearly every event: clocks, and numbers that order and identify. */
const NOISE = /^(clock|options)\b|\b(stamp|id|idleTab|newest|own|announcedMutation|leftUser)$/;
/** Later than this is a time, and no duration or count. */
const EPOCH_MS = 1e12;
const ISO_DATE = /^\d{4}-\d\d-\d\dT/;

/** Lists the fields in which two states differ, by their paths. */
export function findChanges(before: unknown, after: unknown, startedAt: number): Change[] {
  const changes: Change[] = [];
  const write = (value: unknown): string => toText(value, startedAt);

  function compare(left: unknown, right: unknown, path: string): void {
    if (NOISE.test(path) || write(left) === write(right)) return;
    const isLeaf = !isGroup(left) || !isGroup(right);
    if (isLeaf) return void changes.push({ field: path, before: write(left), after: write(right) });
    for (const name of new Set([...Object.keys(left), ...Object.keys(right)])) {
      compare(left[name], right[name], path ? `${path}.${name}` : name);
    }
  }

  // Nothing has changed before the first event.
  if (before !== undefined) compare(before, after, "");
  return changes;
}

/** Sessions, errors and lists are shown as a whole. */
function isGroup(value: unknown): value is Record<string, unknown> {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  return !("user" in value || "code" in value);
}

function toText(value: unknown, startedAt: number): string {
  if (value === undefined) return "unknown";
  if (value === null) return "none";
  if (Array.isArray(value)) return value.length ? String(value.length) : "none";
  if (value === Infinity) return "never";
  if (typeof value === "number" && value > EPOCH_MS) return toSeconds(value - startedAt);
  if (typeof value === "string" && ISO_DATE.test(value)) {
    return toSeconds(Date.parse(value) - startedAt);
  }
  if (typeof value !== "object") return String(value);
  if ("user" in value) return nameOf(value.user);
  return "code" in value ? toReason(value) : JSON.stringify(value);
}

function nameOf(user: unknown): string {
  const { name } = Object(user) as { name?: unknown };
  return typeof name === "string" ? name : "somebody";
}

/** Writes milliseconds since the start: "at 12.340 s"; far times as days. */
function toSeconds(ms: number): string {
  const days = ms / 86_400_000;
  return days > 1 ? `in ${Math.round(days)} days` : `at ${(ms / 1000).toFixed(3)} s`;
}
