type AnyFunction = (...args: never[]) => unknown;

interface WatchedObject {
  /** How its members are called by those who read of them. */
  readonly prefix: string;
  readonly holder: object | undefined;
  /** Functions, of which a call counts. */
  readonly functions: readonly string[];
  /** Things, of which a look counts. */
  readonly things?: readonly string[];
}

/** All by which code can tell one moment, or one place, from another. */
const watchedObjects = (): WatchedObject[] => [
  {
    prefix: "",
    holder: globalThis,
    functions: ["Date", "fetch", "BroadcastChannel", "setTimeout", "setInterval"],
    things: ["localStorage", "sessionStorage", "indexedDB"],
  },
  { prefix: "Date.", holder: Date, functions: ["now"] },
  { prefix: "Math.", holder: Math, functions: ["random"] },
  { prefix: "performance.", holder: globalThis.performance, functions: ["now"] },
  { prefix: "crypto.", holder: globalThis.crypto, functions: ["getRandomValues", "randomUUID"] },
  { prefix: "navigator.", holder: globalThis.navigator, functions: [], things: ["locks"] },
];

/** A package that is none of ours: a framework may look at the clock as often as it likes. */
const others = /node:|<anonymous>|node_modules[\\/](?!\.pnpm[\\/]|@sojourn[\\/])/;

/** Where a function was called, if that is in code of the adapter, the core or the contract. */
function ownCallerOf(callee: AnyFunction): string | undefined {
  const trace: { stack?: string } = {};
  // V8's alone, which is where servers and tests run.
  const { captureStackTrace } = Error as {
    captureStackTrace?(target: object, below: AnyFunction): void;
  };
  captureStackTrace?.(trace, callee);
  const caller = trace.stack?.split("\n").find((line) => /^\s*at /.test(line));
  return caller && !others.test(caller) ? caller.trim() : undefined;
}

/** Replaces a property for a while. The result puts back what was there. */
function replace(
  holder: object,
  name: string,
  by: (read: () => unknown) => PropertyDescriptor,
): () => void {
  const own = Object.getOwnPropertyDescriptor(holder, name);
  const from = own ? Object.defineProperty({}, name, own) : Object.getPrototypeOf(holder);
  const read = (): unknown => Reflect.get(from, name, holder);
  Object.defineProperty(holder, name, { ...by(read), configurable: true });
  return () => {
    if (own) Object.defineProperty(holder, name, own);
    else Reflect.deleteProperty(holder, name);
  };
}

/** A function that tells of its calls. A date of a given moment is none of the clock's. */
function spyOn(original: object, name: string, look: (callee: AnyFunction) => void): object {
  return new Proxy(original, {
    apply: function apply(target, self, args: unknown[]): unknown {
      look(apply);
      return Reflect.apply(target as AnyFunction, self, args as never[]);
    },
    construct: function construct(target, args: unknown[], newTarget): object {
      if (name !== "Date" || args.length === 0) look(construct);
      return Reflect.construct(target as DateConstructor, args, newTarget);
    },
  });
}

/**
 * Watches the clock, randomness, storage, network, timers and channels of this process, and notes
 * each use by code that is no other package's. The result ends that.
 */
export function watchGlobals(note: (what: string) => void): () => void {
  const stops: (() => void)[] = [];

  for (const { prefix, holder, functions, things = [] } of watchedObjects()) {
    if (!holder) continue;
    const watch = (name: string, by: Parameters<typeof replace>[2]): void => {
      if (name in holder) stops.push(replace(holder, name, by));
    };
    const look = (name: string) => (callee: AnyFunction) => {
      const caller = ownCallerOf(callee);
      if (caller) note(`${prefix}${name}, ${caller}`);
    };
    for (const name of functions) {
      watch(name, (read) => ({
        value: spyOn(Object(read()), name, look(name)),
        writable: true,
      }));
    }
    for (const name of things) {
      watch(name, (read) => ({
        get: function get() {
          look(name)(get);
          return read();
        },
      }));
    }
  }

  return () => {
    for (const stop of stops) stop();
  };
}
