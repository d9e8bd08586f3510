import type { Environment } from "@sojourn/core";
import type { MemoryWorld } from "@sojourn/core/memory";
import type { App, AppContext } from "./app.ts";
import { describeMessage } from "./describe-step.ts";
import { createNextAuthApp } from "./next-auth-app.ts";
import { createSojournApp } from "./sojourn-app.ts";
import type { Settings, TabNumber } from "./story.ts";
import type { Page } from "./tab.ts";
import type { Happening } from "./timeline.ts";
import { watchChannels } from "./watch-channels.ts";

/** What a page needs of its browser. */
export interface Browser {
  readonly world: MemoryWorld;
  readonly settings: Settings;
  readonly isOnline: boolean;
  /** When the story has started, in milliseconds since the epoch. */
  readonly startedAt: number;
  send(url: string, init: RequestInit): Promise<Response>;
  /** The tabs that receive the page's messages now. */
  peers(): readonly TabNumber[];
  report(happening: Happening): void;
  onShown(): void;
  onNavigate(url: string): void;
}

/** Loads the app into a new page. */
export function loadPage(browser: Browser): Page {
  const { world, settings, report } = browser;
  const memory = world.openTab({ fetch: browser.send });
  if (!browser.isOnline) memory.goOffline();

  const environment: Environment = {
    ...watchChannels(memory.environment, (message) =>
      report({ kind: "message", to: browser.peers(), text: describeMessage(message) }),
    ),
    // The script that navigates still runs to its end.
    navigate: (url) => void world.clock.schedule(() => browser.onNavigate(url), 0),
  };
  const context: AppContext = {
    environment,
    poll: settings.poll,
    startedAt: browser.startedAt,
    onStep: (step) => report({ kind: "event", ...step }),
    onShown: browser.onShown,
  };
  return { memory, app: createApp(context, browser) };
}

function createApp(context: AppContext, { settings, world }: Browser): App {
  if (settings.client === "sojourn") return createSojournApp(context);
  return createNextAuthApp(context, () => world.hub.storage.get("nextauth.message"));
}
