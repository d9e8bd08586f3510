import {
  createBrowserEnvironment,
  createInspector,
  createRecorder,
  type InspectedStep,
  type Inspector,
  type Recording,
  type SessionBase,
  type SessionClientOptions,
} from "@sojourn/core";
import type { DevtoolsOptions, State } from "../types.ts";
import {
  messagesOf,
  toEventEntry,
  type EventEntry,
  type Message,
  type TrafficEntry,
} from "./entries.ts";
import { createFaults, type Fault, type Faults } from "./faults.ts";
import { noteTab, type KnownTab } from "./known-tabs.ts";
import { createPseudonyms } from "./pseudonyms.ts";
import { traceFetch, type EndOfRequest } from "./trace-fetch.ts";

/** What is known of a client. */
export interface SourceView {
  /** The state after the last event; `undefined` before the first one. */
  readonly state: State | undefined;
  /** The newest events first. */
  readonly events: readonly EventEntry[];
  /** The newest requests and messages first. */
  readonly traffic: readonly TrafficEntry[];
  readonly tabs: readonly KnownTab[];
  /** What happens to the next read. */
  readonly fault: Fault | undefined;
}

/** What observes one client. */
export interface Source {
  /** Where the client's auth server is: by the options until the first read. */
  readonly name: string;
  readonly inspect: Inspector;
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>;
  view(): SourceView;
  /** Returns the time by the clock that all tabs share. */
  now(): number;
  recording(): Recording;
  /** Whether recordings have pseudonyms, and not what the app's own `redact` returns. */
  readonly isRedactedByDefault: boolean;
  readonly setFault: Faults["set"];
  /** Calls the listener after each change. */
  subscribe(listener: () => void): () => void;
}

const MOST_ENTRIES = 100;

const NOTHING: SourceView = {
  state: undefined,
  events: [],
  traffic: [],
  tabs: [],
  fault: undefined,
};

function addEntry<T>(entries: readonly T[], added: T): readonly T[] {
  return [added, ...entries].slice(0, MOST_ENTRIES);
}

async function failOnPurpose(): Promise<never> {
  throw new TypeError("made to fail by the devtools");
}

/** Creates what observes one client. @param options the options with which it is created */
export function createSource<S extends SessionBase>(
  options: SessionClientOptions<S>,
  devtools: DevtoolsOptions<S>,
): Source {
  const { environment = createBrowserEnvironment(), baseUrl = "", basePath } = options;
  const { redact = createPseudonyms(options.identify) } = devtools;
  const startRecording = (): ReturnType<typeof createRecorder> =>
    createRecorder<S>({ redact: redact as (session: S) => SessionBase });
  let name = `${baseUrl}${basePath ?? (baseUrl ? "" : "/api/auth")}`;
  const listeners = new Set<() => void>();
  let view = NOTHING;
  let recorder = startRecording();
  let lastId = 0;
  const nextId = (): number => (lastId += 1);

  function change(changed: Partial<SourceView>): void {
    view = { ...view, ...changed };
    for (const listener of listeners) listener();
  }

  function toTraffic(at: number, message: Message, result = ""): TrafficEntry {
    return { id: nextId(), at, ...message, result, isFailure: false };
  }

  function startRequest(text: string): EndOfRequest {
    const entry = toTraffic(environment.now(), { kind: "request", text }, "…");
    change({ traffic: addEntry(view.traffic, entry) });
    return (status, isFailure) => {
      const tookMs = Math.round(environment.now() - entry.at);
      const ended = { ...entry, result: `${status}, ${tookMs} ms`, isFailure };
      change({ traffic: view.traffic.map((it) => (it === entry ? ended : it)) });
    };
  }

  function onStep(step: InspectedStep): void {
    // The options may be used for another client: React creates two in strict mode, and uses one.
    if (view.state && view.state.tab.id !== step.state.tab.id) {
      recorder = startRecording();
      view = NOTHING;
    }
    const { event, state } = step;
    const before = view.state;
    change({
      state,
      events: addEntry(view.events, toEventEntry(nextId(), step, before)),
      traffic: messagesOf(step).reduce(
        (traffic, message) => addEntry(traffic, toTraffic(event.now, message)),
        view.traffic,
      ),
      tabs: noteTab(view.tabs, event),
    });
  }

  const { fetch = environment.fetch, inspect: given } = options;
  const observe = createInspector(onStep);
  const faults = createFaults(
    environment,
    traceFetch(fetch, startRequest),
    traceFetch(failOnPurpose, startRequest),
    (fault) => change({ fault }),
  );

  return {
    get name() {
      return name;
    },
    inspect: (machine) => observe(recorder.inspect(given?.(machine) ?? machine)),
    fetch(url, init) {
      // Props of a provider may override the options.
      if (url.endsWith("/session")) name = url.slice(0, -"/session".length);
      return faults.fetch(url, init);
    },
    view: () => view,
    now: () => environment.now() + (view.state?.clock.skewMs ?? 0),
    recording: () => recorder.recording(),
    isRedactedByDefault: !devtools.redact,
    setFault: faults.set,
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
