import type { ShownSession } from "./adapter.ts";

function describeData(data: ShownSession["data"]): string {
  if (typeof data === "object") return data ? String(data.user?.name) : "null";
  return data ?? "";
}

/**
 * Says in one line what a component shows: `"loading"`, `"unauthenticated null"`, `"authenticated
 * Ada"`, `"authenticated Ada (network)"`.
 */
export function toLine({ status, data, error }: Omit<ShownSession, "update">): string {
  const parts = [status, describeData(data), error && `(${error.code})`];
  return parts.filter(Boolean).join(" ");
}
