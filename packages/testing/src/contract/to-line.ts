import type { Session } from "@sojourn/core";
import type { ShownSession } from "./adapter.ts";

function describeData(data: unknown): string {
  if (typeof data === "function") return describeData(data());
  if (typeof data !== "object" || !data) return data === undefined ? "" : String(data);
  // This is a session, or a rule's result of `select`, which has its own `toString`.
  const { user } = data as Partial<Session>;
  return String(user ? user.name : data);
}

/**
 * Describes in one line of text what a component shows: `"loading"`, `"unauthenticated null"`,
 * `"authenticated Ada"`, `"authenticated Ada (network)"`.
 */
export function toLine({ status, data, error }: Omit<ShownSession, "update">): string {
  const parts = [status, describeData(data), error && `(${error.code})`];
  return parts.filter(Boolean).join(" ");
}
