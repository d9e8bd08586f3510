import type { ManualClock, MemoryTab } from "../../src/environment/memory.ts";
import { streamSession } from "../../src/features/streaming.ts";
import { createSessionClient, type SessionClientOptions } from "../../src/index.ts";
import { describeShown, type Call, type ModelSession } from "./page.ts";
import type { Page, PageWatcher, Shown } from "./page.ts";
import type { Stream } from "./streams.ts";
import type { Timeline } from "./timeline.ts";
import { watchEnvironment } from "./watched-environment.ts";

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] };

function unseen(at: number): Shown {
  return { status: "loading", session: undefined, error: undefined, at };
}

interface PageOptions extends Pick<
  SessionClientOptions<ModelSession>,
  "refetchInterval" | "schema"
> {
  readonly stream: Stream | undefined;
}

/** Opens a page with a client of its own. */
export function openPage(
  number: number,
  tab: MemoryTab,
  clock: ManualClock,
  { stream, ...options }: PageOptions,
  timeline: Timeline,
  watcher: PageWatcher,
): Page {
  const { environment, ...watched } = watchEnvironment(tab.environment, clock.monotonic);
  const client = createSessionClient<ModelSession>({
    environment: { ...environment, navigate },
    ...options,
  });
  if (stream) streamSession(client, stream.start(tab.environment));
  const calls: Call[] = [];
  const plain = client.observe();
  const full = client.observe();
  const stops: (() => void)[] = [];

  function see(): Shown {
    const { status, data, error } = full.getSnapshot();
    const session = data && { user: data.user, nickname: data.nickname, expires: data.expires };
    return { status, session: session ?? undefined, error: error?.code, at: clock.monotonic() };
  }

  /** A page still runs a little after it has been told to go. */
  function navigate(url: string): void {
    timeline.add(`goes to ${url}`, number);
    environment.navigate(url);
    clock.schedule(() => page.state === "running" && watcher.onNavigated(page), 0);
  }

  function become(
    change: Partial<Pick<Page, "state" | "isObserved" | "isPrerendering" | "wasFrozen">>,
  ): void {
    Object.assign(page, change, { changedAt: clock.monotonic() });
  }

  const page: Mutable<Page> = {
    number,
    tab,
    client,
    ...watched,
    calls,
    rendered: stream?.session,
    state: "running",
    isPrerendering: environment.isPrerendering(),
    sentAway: 0,
    changedAt: clock.monotonic(),
    isObserved: false,
    shown: see(),
    wasFrozen: false,
    observe() {
      if (stops.length) return;
      const hadNoListener = watched.alive.listeners === 0;
      become({ isObserved: true });
      // What has come while nobody looked, and the client went on all the same, has come then.
      page.shown = hadNoListener ? unseen(page.changedAt) : see();
      stops.push(client.subscribe(page.look));
      if (page.isPrerendering) {
        stops.push(client.requireSession(() => void (page.sentAway += 1)));
      }
      page.look();
    },
    unobserve() {
      if (!stops.length) return;
      become({ isObserved: false });
      for (const stop of stops.splice(0)) stop();
    },
    freeze() {
      tab.freeze();
      become({ state: "frozen", wasFrozen: true });
    },
    leave() {
      tab.enterPageCache();
      tab.freeze();
      become({ state: "cached", wasFrozen: true });
      watcher.onAway(page);
    },
    wake() {
      const { state } = page;
      if (state === "gone" || state === "running") return;
      become({ state: "running" });
      tab.thaw();
      if (state === "cached") tab.leavePageCache();
      if (page.isObserved) page.look();
      if (state === "cached") watcher.onBack(page);
    },
    activate() {
      if (!page.isPrerendering || page.state === "gone") return;
      timeline.add("is shown", number);
      watcher.onActivate(page);
      become({ isPrerendering: false });
      page.shown = unseen(page.changedAt);
      tab.activate();
      if (page.isObserved) page.look();
    },
    crash() {
      page.unobserve();
      become({ state: "gone" });
      tab.crash();
    },
    look() {
      if (page.isPrerendering) {
        page.shown = see();
        return watcher.onPrepared(page, page.shown);
      }
      watcher.onLook(page, plain.getSnapshot());
      const before = page.shown;
      const after = see();
      const isSame = describeShown(before) === describeShown(after);
      page.shown = isSame ? { ...after, at: before.at } : after;
      if (isSame) return;
      timeline.add(`shows ${describeShown(after)}`, number);
      watcher.onShown(page, before, after);
    },
    call(name, promise) {
      const call: Call = { name, startedAt: clock.monotonic() };
      calls.push(call);
      timeline.add(`calls ${name}`, number);
      const end = (outcome: "resolved" | "rejected", what: string, error?: unknown): void => {
        Object.assign(call, { outcome, error, endedAt: clock.monotonic() });
        timeline.add(`${name} ${what}`, number);
      };
      promise.then(
        () => end("resolved", "is done"),
        (error: unknown) => end("rejected", `fails: ${String(error)}`, error),
      );
    },
  };
  client.on("userChanged", (session, previous) => watcher.onUserChanged(page, session, previous));
  return page;
}
