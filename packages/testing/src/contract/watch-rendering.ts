import { watchGlobals } from "./watch-globals.ts";

type Log = typeof console.error;

/**
 * The result of some work, with its warnings and errors on the console, and its network requests.
 */
export interface CapturedOutput<T> {
  readonly result: T;
  readonly logs: string[];
  readonly requests: string[];
}

/** Runs some work, and keeps its output from the real console and its requests from the network. */
export async function captureOutput<T>(work: () => T | Promise<T>): Promise<CapturedOutput<T>> {
  const logs: string[] = [];
  const requests: string[] = [];
  const { fetch } = globalThis;
  const { error, warn } = console;
  const log: Log = (...args) => void logs.push(args.map(String).join(" "));
  Object.assign(console, { error: log, warn: log });
  globalThis.fetch = (input) => {
    requests.push(String(input));
    return Promise.reject(new TypeError("Failed to fetch"));
  };
  try {
    return { result: await work(), logs, requests };
  } finally {
    Object.assign(console, { error, warn });
    globalThis.fetch = fetch;
  }
}

/**
 * Renders a page, and writes an error to the console for each clock, random number, storage,
 * network, timer or channel that the adapter or the core uses. Call it in servers with a process of
 * their own, which the contract cannot watch. It watches all others itself.
 */
export async function watchRendering<T>(render: () => T | Promise<T>): Promise<T> {
  const stop = watchGlobals((what) => console.error(`touched ${what}`));
  try {
    return await render();
  } finally {
    stop();
  }
}
