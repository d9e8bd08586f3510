import { EventClient } from "@tanstack/devtools-event-client";
import { askSession } from "../ask-session.ts";
import { getRegistry } from "../registry.ts";
import type { EventEntry } from "../source/entries.ts";
import type { Source } from "../source/source.ts";
import type { SojournEvents } from "./events.ts";

type Events = EventClient<SojournEvents>;

function emitStep(events: Events, client: string, entry: EventEntry): void {
  const { at, type, status, effects, changes } = entry;
  events.emit("step", {
    client,
    at,
    event: type,
    status,
    effects,
    changed: changes.map(({ path }) => path),
  });
}

/** Emits the steps of a source from now on. */
function follow(events: Events, source: Source): void {
  let last = source.view().events[0];
  source.subscribe(() => {
    // A source calls its listeners after each step.
    const [newest] = source.view().events;
    if (newest && newest !== last) emitStep(events, source.name, newest);
    last = newest;
  });
}

let isPublishing = false;

/** Connects all sources of the page to the event client "sojourn". Further calls do nothing. */
export function publish(): void {
  if (isPublishing) return;
  isPublishing = true;
  const { sources, listeners } = getRegistry();
  const events: Events = new EventClient<SojournEvents>({ pluginId: "sojourn" });
  const followed = new Set<Source>();

  function followAll(): void {
    for (const source of sources) {
      if (!followed.has(source)) follow(events, source);
      followed.add(source);
    }
  }

  listeners.add(followAll);
  followAll();
  events.on("read-now", () => {
    for (const source of sources) askSession(source);
  });
  events.on("fail-next-read", () => {
    for (const source of sources) source.setFault("fails");
  });
}
