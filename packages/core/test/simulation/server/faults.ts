import type { ServerAnswer } from "./exchange.ts";

/** What can go wrong with one request. */
export type Fault =
  /** It takes seconds each way. */
  | "slow"
  /** It does not reach the server. */
  | "lost request"
  /** It reaches the server, and its answer is lost. */
  | "lost answer"
  /** It reaches the server, and there is never an answer. */
  | "hung"
  /** The same, by a `fetch` of the app's own, which takes no notice when it is aborted. */
  | "ignores abort"
  /** The headers arrive, and the body never ends. */
  | "stalled"
  /** The headers arrive, and then half of the body. */
  | "garbled"
  /** Something else than the server answers. */
  | keyof typeof strangers;

const html = "<!doctype html><title>Log in to Wi-Fi</title>";
const strangers = {
  "captive portal": { status: 200, body: html, headers: {} },
  "error 401 of a proxy": { status: 401, body: html, headers: {} },
  "error 403": { status: 403, body: html, headers: {} },
  "error 500": { status: 500, body: '{"message":"There is a problem."}', headers: {} },
  "error 503": { status: 503, body: html, headers: { "Retry-After": "20" } },
  "error 503 for a day": { status: 503, body: html, headers: { "Retry-After": "86400" } },
  "error 429": { status: 429, body: "{}", headers: { "Retry-After": "7" } },
} as const;

/** What is answered in place of the server, which then receives nothing; `undefined` if it does. */
export function answerOfStranger(fault: Fault | undefined): ServerAnswer | undefined {
  if (fault === undefined || !Object.hasOwn(strangers, fault)) return undefined;
  return { ...strangers[fault as keyof typeof strangers], setCookies: new Map() };
}

/** The faults that do no more than fail: nothing takes longer than anybody waits. */
export const quickFaults: readonly Fault[] = [
  ...(Object.keys(strangers) as Fault[]),
  "lost request",
  "lost answer",
  "garbled",
];

/** The faults that let a request outlast what the protocol waits for. */
export const slowFaults: readonly Fault[] = ["slow", "hung", "ignores abort", "stalled"];
