import type { Browser } from "./browser.ts";
import { createRandom } from "./random.ts";

const DURATION_MS = 10_000;
const MESSAGES = 200;
const MONTH_MS = 30 * 24 * 3600 * 1000;
const TYPES = ["hello", "answer", "failure", "mutating", "unchanged", "changed"] as const;

/** What next-auth's tabs say on their channels. */
function signalOf(random: () => number, timestamp: number): unknown {
  const trigger = random() < 0.2 ? "signout" : "getSession";
  return { event: "session", data: { trigger }, timestamp };
}

/** A message that a page may as well have posted, of a tab that nobody has opened. */
function forge(random: () => number, now: number): unknown {
  const pick = <T>(...items: readonly T[]): T => items[Math.floor(random() * items.length)] as T;
  const past = (): number => now - random() * 20_000;
  const id = `forged-${Math.floor(random() * 50)}`;
  const session = pick(null, undefined, { user: { id, name: id }, nickname: "", expires: id });
  const isMutation = random() < 0.5;
  return {
    sojourn: 1,
    type: pick(...TYPES),
    tab: random(),
    isForAnother: random() < 0.1,
    sentAt: now,
    session,
    expiresAt: pick(now - 1000, now + random() * 5000, now + MONTH_MS, Infinity),
    isExpiryFromServer: random() < 0.5,
    stamp: pick(0, past(), now, now + random() * 1000),
    mutation: pick(0, past(), now, now + random() * 1000),
    mutating: isMutation ? 1 : 0,
    pendingAuth: isMutation && random() < 0.5 ? 1 : 0,
    failures: pick(0, 1, 3),
    readAt: pick(now, now + random() * 3000, now + MONTH_MS, Infinity),
    code: pick(undefined, "network", "http"),
    status: pick(undefined, 500),
  };
}

/** Lets scripts of the same origin say all that pages may say, many times a second. */
export function flood(browser: Browser, value: number): void {
  const { clock } = browser.world;
  const random = createRandom(value);
  browser.noteFlood(DURATION_MS);
  for (let count = 0; count < MESSAGES; count++) {
    clock.schedule(
      () => {
        const isSignal = random() < 0.2;
        const message = isSignal ? signalOf(random, clock.wall()) : forge(random, clock.wall());
        for (const name of browser.channelNames()) {
          // Each understands its own messages.
          if (name.startsWith("sojourn") !== isSignal) browser.inject(name, message);
        }
      },
      (count * DURATION_MS) / MESSAGES,
    );
  }
}
