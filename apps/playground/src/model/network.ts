import type { ManualClock } from "@sojourn/core/memory";
import type { PlayServer } from "./play-server.ts";
import type { TabNumber } from "./story.ts";
import type { Timeline } from "./timeline.ts";

/** Milliseconds from the page to the server, and as much back. */
export const WAY_MS = 60;
const SLOW_MS = 5000;

/** The way of all requests of the browser to the server. */
export interface Network {
  send(tab: TabNumber, url: string, init: RequestInit): Promise<Response>;
  /** Cuts off the requests under way, of one tab or of all. */
  cut(tab?: TabNumber): void;
  /**
   * Waits until the bodies of responses are read, which takes real time. If the clock never moves by
   * more than {@link WAY_MS} without it, no response depends on real time.
   */
  settled(): Promise<void>;
}

interface Answer {
  readonly response: Response;
  readonly text: string;
}

/** Connects the tabs to the server, and writes each request into the timeline. */
export function createNetwork(
  clock: ManualClock,
  server: PlayServer,
  timeline: Timeline,
  onActed: () => void,
): Network {
  const cuts = new Map<() => void, TabNumber>();
  const reading = new Set<Promise<void>>();
  let count = 0;

  async function act(
    url: string,
    init: RequestInit,
    note: (status: number) => void,
  ): Promise<Answer> {
    // The server acts on what has arrived, even if the page has given it up meanwhile.
    const response = await server.fetch(url, { ...init, signal: null });
    note(response.status);
    onActed();
    return { response, text: await response.text() };
  }

  function send(tab: TabNumber, url: string, init: RequestInit): Promise<Response> {
    const exchange = ++count;
    const { pathname } = new URL(url);
    const what = `${init.method ?? "GET"} ${pathname.replace("/api/auth/", "")}`;
    const { mode } = server;
    const signal = init.signal ?? undefined;

    return new Promise((resolve, reject) => {
      if (signal?.aborted) return reject(signal.reason);
      let hasEnded = false;
      let isCut = false;
      const note = (how: string | number): void =>
        timeline.add("server", { kind: "acted", exchange, text: `${what}: ${how}` });
      timeline.add(tab, { kind: "request", exchange, text: what });

      function end(how: string, isFailure: boolean, settle: () => void): void {
        if (hasEnded) return;
        hasEnded = true;
        cuts.delete(cut);
        timeline.add(tab, { kind: "response", exchange, text: `${what}: ${how}`, isFailure });
        settle();
      }
      function cut(): void {
        isCut = true;
        end("cut off", true, () => reject(new TypeError("Failed to fetch")));
      }
      cuts.set(cut, tab);
      signal?.addEventListener("abort", () => end("aborted", false, () => reject(signal.reason)));

      function arrive({ response, text }: Answer): void {
        const isHtml = text.startsWith("<!doctype") && mode === "html";
        const how = isHtml ? "200, but a page of HTML" : String(response.status);
        end(how, isHtml || response.status >= 500, () => resolve(toReadResponse(response, text)));
      }
      clock.schedule(() => {
        if (isCut) return;
        if (mode === "silent") return note("no answer");
        let answer: Answer | undefined;
        const read = (async () => {
          answer = await act(url, init, note);
        })();
        reading.add(read);
        void read.finally(() => reading.delete(read));
        clock.schedule(() => answer && arrive(answer), mode === "slow" ? SLOW_MS : WAY_MS);
      }, WAY_MS);
    });
  }

  return {
    send,
    cut(tab) {
      for (const [cut, of] of cuts) if (tab === undefined || of === tab) cut();
    },
    async settled() {
      await Promise.all(reading);
    },
  };
}

/** A response whose body is here already. */
function toReadResponse({ ok, status, headers, type }: Response, text: string): Response {
  const read = {
    ok,
    status,
    headers,
    type,
    text: async () => text,
    json: async (): Promise<unknown> => JSON.parse(text),
  };
  // The clients of the playground read nothing else.
  return read as Response;
}
