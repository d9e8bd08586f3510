import {
  createBrowserEnvironment,
  createSessionClient,
  type SessionClient,
  type SessionClientOptions,
  type Session,
} from "@sojourn/core";
import { cleanup, configure } from "@testing-library/react";
import * as React from "react";
import { afterEach, beforeEach, type Mock, onTestFinished, vi } from "vitest";
import { useSession } from "../../src/index.ts";

// A busy machine is no failure.
configure({ asyncUtilTimeout: 4000 });

/** For so long a client whom nobody watches any more keeps running. */
export const LINGER_MS = 1000;

const RealBroadcastChannel = globalThis.BroadcastChannel;
const channels = new Set<BroadcastChannel>();

class CountedBroadcastChannel extends RealBroadcastChannel {
  constructor(name: string) {
    super(name);
    channels.add(this);
  }

  override postMessage(message: unknown): void {
    if (channels.has(this)) super.postMessage(message);
  }

  override close(): void {
    channels.delete(this);
    super.close();
  }
}

/** How many channels to other tabs the page has open. */
export function channelCount(): number {
  return channels.size;
}

/** Leaves the page: unmounts everything, and waits until nothing lingers. */
function leavePage(): void {
  if (!vi.isFakeTimers()) vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  cleanup();
  vi.advanceTimersByTime(LINGER_MS);
}

beforeEach(() => {
  vi.stubGlobal("BroadcastChannel", CountedBroadcastChannel);
});

// No test receives messages of another one's clients.
afterEach(() => {
  leavePage();
  for (const channel of channels) channel.close();
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
  localStorage.clear();
});

/** Keeps an error that a test expects of a render off the console. */
export function silenceRenderErrors(): void {
  vi.spyOn(console, "error").mockReturnValue();
  // React 18 throws inside an event, which jsdom then reports.
  const listener = (event: ErrorEvent): void => event.preventDefault();
  window.addEventListener("error", listener);
  onTestFinished(() => window.removeEventListener("error", listener));
}

/** From here on time passes when the test says so. */
export function stopTime(): void {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "Date", "performance"] });
}

/** Lets time pass, after {@link stopTime}, and lets everything happen that is due. */
export async function pass(ms: number): Promise<void> {
  await vi.advanceTimersByTimeAsync(ms);
  // React's scheduler runs on real time.
  await new Promise((resolve) => setImmediate(resolve));
}

/** Says whether the page can be seen, and tells it so. */
export function setVisibility(state: DocumentVisibilityState): void {
  vi.spyOn(document, "visibilityState", "get").mockReturnValue(state);
  document.dispatchEvent(new Event("visibilitychange"));
}

/** A client in this page, which stays where it is: it only notes where it would have gone. */
export function createPageClient(options: SessionClientOptions<Session> = {}): {
  client: SessionClient<Session>;
  navigate: Mock<(url: string) => void>;
} {
  const navigate = vi.fn<(url: string) => void>();
  const environment = { ...createBrowserEnvironment(), navigate };
  return { client: createSessionClient({ environment, ...options }), navigate };
}

/** Replaces the page's address bar by one that only notes where it was sent. */
export function watchLocation(href = "http://localhost:3000/page"): string[] {
  const visited: string[] = [];
  const { origin, protocol, host, pathname } = new URL(href);
  vi.stubGlobal("location", {
    origin,
    protocol,
    host,
    pathname,
    get href() {
      return href;
    },
    set href(url: string) {
      visited.push(url);
    },
    assign: (url: string) => visited.push(url),
    reload: () => visited.push("reload"),
  });
  return visited;
}

/** Shows the session in one line: `authenticated Ada`. */
export function Who({ label = "" }: { label?: string }): React.JSX.Element {
  const { data, status } = useSession();
  return <p>{[label, status, data?.user?.name].filter(Boolean).join(" ")}</p>;
}
