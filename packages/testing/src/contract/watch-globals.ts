type AnyFunction = (...args: never[]) => unknown;

interface WatchedObject {
  /** What comes before a member's name in a report. */
  readonly prefix: string;
  readonly holder: object | undefined;
  /** Functions. Each call is reported. */
  readonly functions: readonly string[];
  /** Objects. Each read is reported. */
  readonly things?: readonly string[];
}

/** All globals whose results depend on the time or the platform. */
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

/** Matches code of other packages. A framework may use the clock. */
const others = /node:|<anonymous>|node_modules[\\/](?!\.pnpm[\\/]|@sojourn[\\/])/;

/**
 * Returns where a function was called, if the caller is code of the adapter, the core or the
 * contract.
 */
function ownCallerOf(callee: AnyFunction): string | undefined {
  const trace: { stack?: string } = {};
  // Only V8 has it. Servers and tests run on V8.
  const { captureStackTrace } = Error as {
    captureStackTrace?(target: object, below: AnyFunction): void;
  };
  captureStackTrace?.(trace, callee);
  const caller = trace.stack?.split("\n").find((line) => /^\s*at /.test(line));
  return caller && !others.test(caller) ? caller.trim() : undefined;
}

/** Replaces a property, and returns a function that restores it. */
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

/**
 * Wraps a function to report its calls. `new Date(time)` does not read the clock, so it is not
 * reported.
 */
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
 * Watches the clock, randomness, storage, network, timers and channels of this process. Reports
 * each use by code of the adapter, the core or the contract. Returns a function that ends this.
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
