import { expect, test } from "vitest";
import { drawAhead } from "../report/ahead.ts";
import type { Figure, Results, Section } from "../results.ts";

function resultsWith(what: string, own: Figure, other: Figure, client = "SWR hook"): Results {
  const rows = [{ what, figures: { Sojourn: own, [client]: other } }];
  const tables = [{ title: "Made up", note: "", rows }];
  const made: Section = {
    ...{ title: "", measuredAt: "", seconds: 0, loadAverage: [0, 0] },
    ...{ tables, charts: [] },
  };
  return { machine: { node: "", cores: 2 }, sections: { made } };
}

test.each<[string, string, Figure, Figure]>([
  ["a smaller number", "bytes", 11, 10],
  ["a smaller median, beside its spread", "ms", "11 (1 to 12)", "10 (9 to 20)"],
  ["a larger number of tabs that show it", "a sign-in: tabs that show it", 1, 10],
  ["a larger number of faults that are coped with", "of these, the page copes with", 2, 3],
])("%s of a peer is listed", (_, what, own, other) => {
  const shown = String(other).replace(/ .*/, "");
  expect(drawAhead(resultsWith(what, own, other))).toContain(
    `- Made up: ${what}: ${String(own).replace(/ .*/, "")} (SWR hook ${shown})`,
  );
});

test.each<[string, string, Figure, Figure, string?]>([
  ["the same", "bytes", 10, 10],
  ["a larger number", "bytes", 10, 11],
  ["what was not measured", "bytes", 10, null],
  ["that more has ended than was begun", "timers", 0, -1],
  ["what not all tabs were there for", "40 tabs opened", 4, "1, not all tabs got there"],
  ["what the signed out do not ask", "outage: requests", 10, 1, "next-auth 4"],
])("%s is not", (_, what, own, other, client) => {
  expect(drawAhead(resultsWith(what, own, other, client))).not.toContain("- Made up");
});
