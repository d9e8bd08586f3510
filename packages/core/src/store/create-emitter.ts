import { runSafely } from "./run-safely.ts";

type Handler = (...args: never[]) => void;

/** Named events. An event is its name, followed by the arguments of its handlers. */
export interface Emitter<Event extends [name: string, ...args: unknown[]]> {
  emit(...event: Event): void;
  /** Adds a handler. The caller has to know the arguments that belong to the name. */
  on(name: Event[0], handler: Handler): () => void;
}

/** Creates an emitter. A handler that throws does not prevent the calls of the others. */
export function createEmitter<Event extends [name: string, ...args: unknown[]]>(): Emitter<Event> {
  const entries = new Set<[name: string, handler: Handler]>();
  return {
    emit(...[name, ...args]) {
      for (const [entryName, handler] of [...entries]) {
        if (entryName === name) runSafely(() => handler(...(args as never[])));
      }
    },
    on(...entry) {
      entries.add(entry);
      return () => void entries.delete(entry);
    },
  };
}
