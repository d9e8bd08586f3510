import {
  LATENCY_MS,
  measureOAuth,
  measureSignIn,
  measureSignOut,
  prepareSignIn,
  type RoundTrips,
} from "../../tests/lab/e2e/round-trips.ts";
import { expectUser } from "../../tests/lab/e2e/tabs.ts";
import type { BenchWorld } from "../browser/bench-world.ts";
import type { Findings } from "../results.ts";
import { collectRows, type Note } from "./row-collector.ts";

async function walk(world: BenchWorld, note: Note): Promise<void> {
  const say = (flow: string, { shown, requests }: RoundTrips): void => {
    note(`${flow}: round trips until it is seen`, shown);
    note(`${flow}: requests in all`, requests.length);
  };
  const tab = await world.open(world.path);
  await expectUser([tab], null);
  world.server.latencyMs = LATENCY_MS;
  say("first sign-in", await measureSignIn(world, tab));
  say("sign-out", await measureSignOut(world, tab));
  say("second sign-in", await measureSignIn(world, tab));
  await measureSignOut(world, tab);
  await prepareSignIn(world, tab);
  say("prepared sign-in", await measureSignIn(world, tab));
  const oauth = "click on an OAuth provider";
  const preparedOAuth = `prepared ${oauth}`;
  if (world.name.endsWith("hook")) {
    for (const flow of [oauth, preparedOAuth]) {
      note(`${flow}: round trips until it is seen`, "not written");
      note(`${flow}: requests in all`, "not written");
    }
    return;
  }
  say(oauth, await measureOAuth(world, tab));
  const other = await world.open(world.path);
  await expectUser([other], "ada");
  await prepareSignIn(world, other);
  say(preparedOAuth, await measureOAuth(world, other));
}

/** How often each flow goes to the server and back, one request after the other. */
export async function measureRoundTrips(): Promise<Findings> {
  const rows = await collectRows(({ each }, noteFor) =>
    each((world) => walk(world, noteFor(world)), 2),
  );
  return {
    tables: [
      {
        title: `Round trips, at ${LATENCY_MS} ms of latency`,
        note: "The longest chain of requests of which each began when the one before had been answered, until the page showed the outcome. Times follow from it: the latency, so many times. The hooks know one provider, and so ask for no list of them; OAuth they would have to add. better-auth's server asks for no CSRF token: it looks at where a request comes from. Prepared: Sojourn's page has called `prepareSignIn()`, as when the pointer enters the button; the other clients have no such thing, and are measured as they are.",
        rows,
      },
    ],
    charts: [],
  };
}
