import type { LabServer } from "../server/lab-server.ts";
import { letTimePass } from "./until.ts";

/** After so long without another request, no further one is taken to be on its way. */
const QUIET_MS = 500;

const TEN_SECONDS = 10_000;

/** How many session reads an action causes, until none has come for half a second. */
export async function countReads(
  server: LabServer,
  action: () => Promise<unknown>,
): Promise<number> {
  const before = server.sessionReads().length;
  await action();
  let seen = -1;
  while (seen !== server.sessionReads().length) {
    seen = server.sessionReads().length;
    await letTimePass(QUIET_MS);
  }
  return seen - before;
}

/** How many session reads come within the next ten seconds. */
export async function countReadsInTenSeconds(server: LabServer): Promise<number> {
  const from = Date.now();
  await letTimePass(TEN_SECONDS);
  return server.sessionReads().filter(({ at }) => at >= from && at < from + TEN_SECONDS).length;
}
