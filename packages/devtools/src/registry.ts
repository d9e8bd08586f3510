import type { Source } from "./source/source.ts";

/** What the devtools need of a client. */
export interface ReadableClient {
  getSession(): Promise<unknown>;
}

/** What the panels of a page show. */
export interface Registry {
  readonly sources: Set<Source>;
  /** The clients that panels were given. */
  readonly clients: Set<ReadableClient>;
  /** Which client a source observes, as far as it is known. */
  readonly clientOf: WeakMap<Source, ReadableClient>;
  /** Called when a source is added. */
  readonly listeners: Set<() => void>;
}

/** The number changes with the shape of what is shared. */
const key = Symbol.for("@sojourn/devtools 1");

/** Returns what all copies of this package in one page share. */
export function getRegistry(): Registry {
  // No other code uses this key.
  const page = globalThis as { [key]?: Registry };
  return (page[key] ??= {
    sources: new Set(),
    clients: new Set(),
    clientOf: new WeakMap(),
    listeners: new Set(),
  });
}

/** Adds a source. */
export function addSource(source: Source): void {
  const { sources, listeners } = getRegistry();
  sources.add(source);
  for (const listener of listeners) listener();
}

/** Adds a client. */
export function addClient(client: ReadableClient): void {
  getRegistry().clients.add(client);
}
