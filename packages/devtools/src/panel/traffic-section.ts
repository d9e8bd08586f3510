import type { TrafficEntry } from "../source/entries.ts";
import { create } from "./create.ts";
import { createList } from "./create-list.ts";
import { formatTime } from "./format.ts";
import type { Section } from "./session-section.ts";

function renderTraffic({ at, kind, text, result, isFailure }: TrafficEntry): Element {
  return create(
    "li",
    { "data-kind": kind },
    create("time", {}, formatTime(at)),
    create("span", { class: "kind" }, kind),
    create("b", {}, text),
    create("span", { class: isFailure ? "error" : "result" }, result),
  );
}

/** Creates the section with the newest requests and messages. */
export function createTrafficSection(): Section {
  const list = create("ol", { class: "log traffic" });
  const show = createList(list, renderTraffic);
  const element = create(
    "section",
    // Nothing in it takes the focus, so it is scrolled by the keyboard itself.
    { "aria-labelledby": "traffic", tabindex: "0" },
    create("h2", { id: "traffic" }, "Requests and messages"),
    list,
  );
  return { element, update: (source) => show(source.view().traffic) };
}
