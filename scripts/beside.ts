/**
 * Runs the end-to-end tests of all apps, four apps beside each other. Those that take longest begin
 * first: one of them begun last would run alone at the end. A failure stops no other app.
 */
import { globSync } from "node:fs";
import { concurrently } from "concurrently";
import { readJson, root } from "./packages.ts";

const longestFirst = ["next-app", "vanilla", "next-pages", "docs", "deployments", "vue-app"];

/** What this reads of a package.json. */
interface App {
  name: string;
  scripts?: Record<string, string>;
}

/** The names of all apps with end-to-end tests, in the order in which they begin. */
function listApps(): string[] {
  const manifests = globSync("{apps,examples,tests}/*/package.json", { cwd: root }).toSorted();
  const apps = manifests.map((path) => readJson<App>(path)).filter((it) => it.scripts?.["e2e"]);
  const names = apps.map(({ name }) => name);
  const unknown = longestFirst.filter((name) => !names.includes(name));
  if (unknown.length > 0)
    throw new Error(`There are no end-to-end tests of ${unknown.join(", ")}.`);
  return [...longestFirst, ...names.filter((name) => !longestFirst.includes(name))];
}

const { result } = concurrently(
  listApps().map((name) => ({ name, command: `pnpm --filter ${name} run e2e` })),
  { maxProcesses: 4 },
);
try {
  await result;
} catch {
  // The apps have said why. Their reports are counted.
  process.exitCode = 1;
}
