import { showLastUser } from "./offline.ts";

/** Runs the script of a page about a feature. */
export async function openFeature(path: string) {
  if (path === "/offline") return showLastUser(); // Before the first read can fail.
  if (path === "/profile") await import("./provider-log-out.ts");
  if (path === "/passkeys") await import("./passkeys.ts");
  if (path === "/orders") await import("./orders.ts");
  if (path === "/autofill") await import("./autofill.ts");
  if (path === "/idle") await import("./idle.ts");
  if (path === "/provider-flows") await import("../provider-flows.ts");
}
