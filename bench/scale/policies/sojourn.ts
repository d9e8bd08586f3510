import { createTabHub } from "../../../packages/core/src/environment/memory/tab-hub.ts";
import { createMemoryTab } from "../../../packages/core/src/environment/memory/memory-tab.ts";
import { SessionFetchError } from "../../../packages/core/src/errors.ts";
import { createSessionRuntime } from "../../../packages/core/src/runtime/session-runtime.ts";
import type { SessionAnswer } from "../../../packages/core/src/session/event.ts";
import { createSessionState } from "../../../packages/core/src/session/state/state.ts";
import { TIMED_OUT, TIMEOUT_MS } from "../backend.ts";
import type { Policy, UserWorld } from "../user.ts";

const THIRTY_DAYS_MS = 30 * 24 * 3_600_000;
const session = { user: { id: "1" }, expires: new Date(THIRTY_DAYS_MS).toISOString() };

/** What the core's HTTP layer makes of a reply. */
function ask({ backend, timeline }: UserWorld) {
  const { status, afterMs, retryAfterMs } = backend.ask();
  return new Promise<SessionAnswer>((resolve, reject) => {
    timeline.schedule(() => {
      if (status === TIMED_OUT) reject(new SessionFetchError("timeout"));
      else if (status === 200)
        resolve({ session, lifetimeMs: THIRTY_DAYS_MS, isServerClock: true });
      else reject(new SessionFetchError("http", { status, retryAfterMs }));
    }, afterMs);
  });
}

/** Not a model: the core's own runtime, with its tabs, locks, alarms and backoff. */
export const sojourn: Policy = (world) => {
  const { opensAtMs, pollMs, timeline, random } = world;
  const hub = createTabHub(timeline, () => 1);
  const options = { refetchInterval: pollMs / 1000, timeoutMs: TIMEOUT_MS };

  const runtimes = opensAtMs.map((opensAt, index) => {
    const tab = createMemoryTab(timeline, hub, { fetch, random });
    if (index > 0) tab.hide();
    const runtime = createSessionRuntime({
      environment: tab.environment,
      name: "session",
      initial: createSessionState(options),
      fetchSession: () => ask(world),
      confirmSignOut() {},
    });
    timeline.schedule(() => void runtime.subscribe(() => {}), opensAt);
    return runtime;
  });
  return {
    isSignedOut: () => runtimes.some(({ get }) => !get().cache.session),
    usesPromises: true,
  };
};
