import { createMemoryWorld } from "@sojourn/core/memory";
import { createNetwork, WAY_MS } from "./network.ts";
import { createPlayServer } from "./play-server.ts";
import { loadPage } from "./load-page.ts";
import {
  modeTexts,
  TABS,
  type Action,
  type AnswerMode,
  type Settings,
  type Story,
} from "./story.ts";
import type { TabNumber, WorldActionName } from "./story.ts";
import { createTab, type Tab, type TabView } from "./tab.ts";
import { createTimeline, type Entry, type Happening } from "./timeline.ts";

/** A message arrives after this time. */
export const MESSAGE_MS = 4;
const ENDS_IN_MS = 10_000;
const ORIGIN = "https://app.example";

/** An action, without its time. */
export type Act = DistributiveAct<Action>;
type DistributiveAct<T> = T extends Action ? Omit<T, "at"> : never;

/** A story while it is played: a browser with three tabs, and a server. */
export interface Run {
  /** Milliseconds since the start. */
  now(): number;
  readonly tabs: readonly TabView[];
  readonly timeline: readonly Entry[];
  readonly mode: AnswerMode;
  readonly isOnline: boolean;
  /** The name of the user who is signed in, by the server; `null` for nobody. */
  userName(): string | null;
  act(action: Act): Promise<void>;
  advance(ms: number): Promise<void>;
}

/** Starts a story: opens three tabs, with nobody signed in. Two runs of one story are the same. */
async function startRun(settings: Settings): Promise<Run> {
  const world = createMemoryWorld({ messageDelayMs: MESSAGE_MS });
  const { clock } = world;
  const startedAt = clock.wall();
  const timeline = createTimeline(clock.monotonic);
  const server = createPlayServer(clock, ORIGIN);
  const network = createNetwork(clock, server, timeline, noteTruth);
  let isOnline = true;
  let truth = "";

  const tabs = TABS.map((number): Tab => {
    const report = (happening: Happening): void => timeline.add(number, happening);
    const tab = createTab({
      report,
      unload: () => network.cut(number),
      load: () =>
        loadPage({
          world,
          settings,
          isOnline,
          startedAt,
          report,
          send: (url, init) => network.send(number, url, init),
          peers: () => TABS.filter((it) => it !== number && hears(it)),
          onShown: () => tab.look(),
          onNavigate: (url) => tab.leave(url),
        }),
    });
    return tab;
  });

  /** Pages in the page cache have closed their channels. */
  function hears(number: TabNumber): boolean {
    const { state } = tabs[number - 1] as Tab;
    return state !== "closed" && state !== "away";
  }

  function noteTruth(): void {
    const name = server.userName();
    const isWell = server.mode === "normal";
    const text = `${name ?? "nobody"} is signed in${isWell ? "" : `, ${modeTexts[server.mode]}`}`;
    if (text === truth) return;
    truth = text;
    timeline.add("server", { kind: "truth", text, isSignedIn: !!name, isWell });
  }

  function connect(next: boolean): void {
    if (next === isOnline) return;
    isOnline = next;
    if (!isOnline) network.cut();
    timeline.add("server", {
      kind: "action",
      text: `The device is ${next ? "online" : "offline"}`,
    });
    for (const tab of tabs) tab.connect(isOnline);
  }

  function change(name: WorldActionName): void {
    if (name === "online" || name === "offline") return connect(name === "online");
    if (name === "end") {
      server.endIn(ENDS_IN_MS);
      clock.schedule(noteTruth, ENDS_IN_MS);
      timeline.add("server", { kind: "action", text: "The session ends in ten seconds" });
    } else {
      server.mode = name;
      timeline.add("server", { kind: "action", text: `The server: ${modeTexts[name]}` });
      noteTruth();
    }
  }

  async function advance(ms: number): Promise<void> {
    let left = ms;
    do {
      const step = Math.min(left, WAY_MS);
      await clock.advance(step);
      await network.settled();
      left -= step;
    } while (left > 0);
  }

  noteTruth();
  for (const tab of tabs) tab.act("open");
  await advance(0);

  return {
    now: clock.monotonic,
    tabs,
    timeline: timeline.entries,
    get mode() {
      return server.mode;
    },
    get isOnline() {
      return isOnline;
    },
    userName: server.userName,
    advance,
    async act({ name, tab }) {
      if (tab) tabs[tab - 1]?.act(name);
      else change(name);
      // What falls due at once is done before the next action, however the clock is moved.
      await advance(0);
    },
  };
}

/** Lets a run go on to a time, with the actions that are due until then. */
export async function playOn(run: Run, due: readonly Action[], until: number): Promise<void> {
  for (const action of due) {
    await run.advance(Math.max(0, action.at - run.now()));
    await run.act(action);
  }
  await run.advance(Math.max(0, until - run.now()));
}

/** Plays a story from its start to its time. */
export async function replayStory(story: Story): Promise<Run> {
  const run = await startRun(story);
  const due = story.actions.filter(({ at }) => at <= story.now);
  await playOn(run, due, story.now);
  return run;
}
