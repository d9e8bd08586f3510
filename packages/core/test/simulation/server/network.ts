import type { ManualClock } from "../../../src/environment/memory.ts";
import type { CookieJar } from "./cookie-jar.ts";
import type { Cookies, ServerAnswer } from "./exchange.ts";
import { answerOfStranger, type Fault } from "./faults.ts";
import type { ModelServer } from "./model-server.ts";

/** One request and what has become of it. Times are milliseconds since the clock was made. */
export interface Exchange {
  readonly tab: number;
  /** Method and endpoint, e.g. `"GET session"`. */
  readonly what: string;
  readonly sentAt: number;
  /** The cookies that it carried. */
  readonly cookies: Cookies;
  readonly fault: Fault | undefined;
  /** When the server acted on it. */
  actedAt?: number;
  /** What the server said, as far as it got to know of the request. */
  answer?: ServerAnswer;
  /** When it was over, in whatever way. */
  endedAt?: number;
  outcome?: "answered" | "failed" | "aborted";
}

/** What happens on the way between a browser and its server. */
export interface NetworkWatcher {
  onSent(exchange: Exchange): void;
  /** The server has acted, or a stranger in its place. */
  onActed(exchange: Exchange): void;
  /** The headers of an answer are here, and its cookies not yet set. */
  onArriving(exchange: Exchange): void;
  onEnded(exchange: Exchange): void;
}

/** The way of all requests of one browser. */
export interface Network {
  send(tab: number, url: string, init: RequestInit): Promise<Response>;
  /** Milliseconds from request to answer; the server acts halfway. */
  latencyMs: number;
  /** What goes wrong with the next requests, one after the other. */
  readonly faults: Fault[];
  /** What goes wrong with all requests. */
  outage: Fault | undefined;
  readonly exchanges: readonly Exchange[];
  /** The requests that are still under way, of one tab or of all. */
  pending(tab?: number): Exchange[];
  /** Cuts off what is under way: the connection is gone, or the tab is. */
  cut(tab?: number): void;
}

const SLOW_MS = 14_000;
const AUTH_PATH = "/api/auth/";

/** Whether a request is one of those that laws 2 and 3 are about. */
export function isSessionRequest({ what }: Exchange): boolean {
  return what.endsWith(" session");
}

/** Whether a request signs somebody in or out. */
export function isSignInOrOut({ what }: Exchange): boolean {
  return /^POST (signout|callback)/.test(what);
}

/** Connects a browser to a server. A cookie goes out with a request, and comes in with its answer. */
export function createNetwork(
  clock: ManualClock,
  jar: CookieJar,
  server: ModelServer,
  watcher: NetworkWatcher,
): Network {
  const exchanges: Exchange[] = [];
  const cuts = new Map<Exchange, () => void>();

  function act(exchange: Exchange, init: RequestInit): void {
    const { what, cookies, fault } = exchange;
    const [method = "", endpoint = ""] = what.split(" ");
    const [headers, body] = [new Headers(init.headers), String(init.body ?? "")];
    exchange.actedAt = clock.monotonic();
    exchange.answer =
      answerOfStranger(fault) ?? server.answer({ method, endpoint, headers, body, cookies });
    watcher.onActed(exchange);
  }

  function toResponse({ fault, answer }: Exchange, signal: AbortSignal | undefined): Response {
    const { status = 200, headers = {}, body = "" } = answer ?? {};
    if (fault === "garbled")
      return new Response(body.slice(0, body.length / 2), { status, headers });
    if (fault !== "stalled") return new Response(body, { status, headers });
    const start = (controller: ReadableStreamDefaultController): void =>
      signal?.addEventListener("abort", () => controller.error(signal.reason));
    return new Response(new ReadableStream({ start }), { status, headers });
  }

  function send(tab: number, url: string, init: RequestInit): Promise<Response> {
    const { method = "GET" } = init;
    const signal = init.signal ?? undefined;
    const cookies = jar.read();
    const exchange: Exchange = {
      tab,
      what: `${method} ${new URL(url).pathname.slice(AUTH_PATH.length)}`,
      sentAt: clock.monotonic(),
      cookies,
      fault: network.outage ?? network.faults.shift(),
    };
    const { fault } = exchange;
    const halfMs = (fault === "slow" ? SLOW_MS : network.latencyMs) / 2;

    return new Promise((resolve, reject) => {
      if (signal?.aborted) return reject(signal.reason);
      exchanges.push(exchange);

      function end(outcome: "answered" | "failed" | "aborted", settle: () => void): void {
        if (exchange.outcome) return;
        exchange.outcome = outcome;
        exchange.endedAt = clock.monotonic();
        cuts.delete(exchange);
        watcher.onEnded(exchange);
        settle();
      }
      const fail = (): void => end("failed", () => reject(new TypeError("Failed to fetch")));
      function arrive(): void {
        if (exchange.outcome) return;
        if (fault === "hung" || fault === "ignores abort") return;
        if (fault === "lost answer") return fail();
        watcher.onArriving(exchange);
        jar.apply(exchange.answer?.setCookies ?? new Map());
        end("answered", () => resolve(toResponse(exchange, signal)));
      }

      cuts.set(exchange, fail);
      signal?.addEventListener("abort", () =>
        end("aborted", () => fault !== "ignores abort" && reject(signal.reason)),
      );
      watcher.onSent(exchange);
      clock.schedule(() => {
        if (fault === "lost request") return fail();
        // It has left, so it arrives even if it is aborted by now.
        act(exchange, init);
        clock.schedule(arrive, halfMs);
      }, halfMs);
    });
  }

  const network: Network = {
    send,
    latencyMs: 20,
    faults: [],
    outage: undefined,
    exchanges,
    pending: (tab) => [...cuts.keys()].filter((it) => tab === undefined || it.tab === tab),
    cut(tab) {
      for (const [exchange, fail] of cuts) {
        if (tab === undefined || exchange.tab === tab) fail();
      }
    },
  };
  return network;
}
