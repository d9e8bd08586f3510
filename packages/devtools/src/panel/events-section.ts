import type { Change } from "../source/changes.ts";
import type { EventEntry } from "../source/entries.ts";
import { create } from "./create.ts";
import { createList } from "./create-list.ts";
import { formatTime, formatValue } from "./format.ts";
import type { Section } from "./session-section.ts";

function renderChange({ path, before, after }: Change): Element {
  return create(
    "li",
    {},
    create("code", { class: "path" }, path),
    create("del", {}, formatValue(before)),
    " ",
    create("ins", {}, formatValue(after)),
  );
}

function renderEvent(entry: EventEntry): Element {
  const { at, type, text, status, statusBefore, effects, changes } = entry;
  const count = changes.length === 1 ? "1 change" : `${changes.length} changes`;
  return create(
    "li",
    {},
    create(
      "details",
      {},
      create(
        "summary",
        {},
        create("time", {}, formatTime(at)),
        create("b", {}, type),
        create("span", { class: "text" }, text),
        statusBefore && create("span", { class: "turn" }, `${statusBefore} → ${status}`),
        create("span", { class: "count" }, count),
      ),
      effects.length > 0 && create("p", { class: "effects" }, `Effects: ${effects.join(", ")}`),
      changes.length > 0 && create("ul", { class: "changes" }, ...changes.map(renderChange)),
    ),
  );
}

/** Creates the section with the newest events, and what each has changed. */
export function createEventsSection(): Section {
  const list = create("ol", { class: "log" });
  const show = createList(list, renderEvent);
  const element = create(
    "section",
    { "aria-labelledby": "events" },
    create("h2", { id: "events" }, "Events"),
    list,
  );
  return { element, update: (source) => show(source.view().events) };
}
