import { snapshotOf } from "@sojourn/core/plan";
import { tabName } from "../source/describe.ts";
import { describePlan } from "../source/plan.ts";
import type { Source } from "../source/source.ts";
import type { State } from "../types.ts";
import { create, showIn, type Child } from "./create.ts";
import { formatDuration } from "./format.ts";

/** A section of the panel. */
export interface Section {
  readonly element: HTMLElement;
  update(source: Source): void;
}

type Snapshot = ReturnType<typeof snapshotOf>;

function renderSnapshot({ status, data, isFetching }: Snapshot): Child[] {
  return [
    create("p", { class: "status", "data-status": status }, create("i", { class: "dot" }), status),
    create("p", { class: "note" }, isFetching ? "A read is under way." : "No read is under way."),
    create(
      "pre",
      { tabindex: "0", "aria-label": "data" },
      JSON.stringify(data, undefined, 2) ?? "undefined",
    ),
  ];
}

function renderError(error: State["failure"]["error"]): Child[] {
  if (!error) return [];
  const status = error.status ? ` ${error.status}` : "";
  return [create("p", { class: "error" }, `error: ${error.code}${status}`)];
}

type Line = readonly [term: string, text: string];

function renderLines(lines: readonly Line[]): Child[] {
  return lines.map(([term, text]) =>
    create("li", {}, create("span", {}, term), create("span", { class: "when" }, text)),
  );
}

function planLines(state: State, now: number): Line[] {
  return describePlan(state).map(({ what, at }) => {
    if (at === null) return [what, ""];
    return [what, at > now ? `in ${formatDuration(at - now)}` : "now"];
  });
}

/** Creates the section that says what is known, what is planned, and which other tabs are known. */
export function createSessionSection(): Section {
  const [snapshot, failure] = [create("div"), create("div")];
  const [plan, tabs] = [create("ul", { class: "lines" }), create("ul", { class: "lines" })];
  const element = create(
    "section",
    { "aria-labelledby": "session" },
    create("h2", { id: "session" }, "Snapshot"),
    snapshot,
    failure,
    create("h2", {}, "Planned"),
    plan,
    create("h2", {}, "Known tabs"),
    tabs,
  );

  return {
    element,
    update(source) {
      const { state, tabs: known } = source.view();
      if (!state) return;
      const now = source.now();
      showIn(snapshot, snapshotOf(state), renderSnapshot);
      showIn(failure, state.failure.error, renderError);
      showIn(plan, planLines(state, now), renderLines);
      const others = known.map(({ id, at, knows, announcement }): Line => [
        `${tabName(id)} knows ${knows}`,
        `${announcement}, ${formatDuration(now - at)} ago`,
      ]);
      const self: Line = [
        `${tabName(state.tab.id)} is this tab`,
        state.tab.isVisible ? "" : "hidden",
      ];
      showIn(tabs, [self, ...others], renderLines);
    },
  };
}
