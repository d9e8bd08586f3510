import { expect, test } from "vitest";
import { drawTable } from "../results.ts";

test("the table has a line for each rule, and says below why something cannot be", () => {
  const rules = ["tabs agree", "pages are kept", "pages are prerendered"];
  const reason = "cannot: it has no cache";
  const table = drawTable(
    [
      {
        engine: "Old",
        version: "1",
        dialect: "v4",
        outcomes: { "tabs agree": "passed", "pages are kept": reason, [rules[2]!]: reason },
      },
      { engine: "New", version: "2", dialect: "v5", outcomes: { "tabs agree": "FAILED" } },
    ],
    rules,
  );
  expect(table.replaceAll(/ +/g, " ")).toBe(`Old New
server v4 server v5
passed FAILED tabs agree
cannot [1] not run pages are kept
cannot [1] not run pages are prerendered
[1] cannot: it has no cache
Old: 1
New: 2`);
});
