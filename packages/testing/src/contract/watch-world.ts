import { watchGlobals } from "./watch-globals.ts";

type Complain = typeof console.error;

/** What was complained of on the console, and asked of the network, while something ran. */
export interface Witnessed<T> {
  readonly result: T;
  readonly complaints: string[];
  readonly requests: string[];
}

/** Runs something while nothing gets to the real console and the real network. */
export async function witness<T>(work: () => T | Promise<T>): Promise<Witnessed<T>> {
  const complaints: string[] = [];
  const requests: string[] = [];
  const { fetch } = globalThis;
  const { error, warn } = console;
  const complain: Complain = (...args) => void complaints.push(args.map(String).join(" "));
  Object.assign(console, { error: complain, warn: complain });
  globalThis.fetch = (input) => {
    requests.push(String(input));
    return Promise.reject(new TypeError("Failed to fetch"));
  };
  try {
    return { result: await work(), complaints, requests };
  } finally {
    Object.assign(console, { error, warn });
    globalThis.fetch = fetch;
  }
}

/**
 * Renders a page, and complains on the console of each clock, random number, storage, network, timer
 * or channel that the adapter or the core touches for it. For servers in a process of their own,
 * which the contract cannot see; it does so itself for all others.
 */
export async function watchRendering<T>(render: () => T | Promise<T>): Promise<T> {
  const stop = watchGlobals((what) => console.error(`touched ${what}`));
  try {
    return await render();
  } finally {
    stop();
  }
}
