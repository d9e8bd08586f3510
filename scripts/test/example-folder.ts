import { execFile } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { root } from "../packages.ts";
import { fencesOf, pagesWithExamples, type Fence } from "./fences.ts";

/** One example of a page. */
interface Example {
  location: string;
  file: string;
  code: string;
}

/** What all examples are compiled with. */
export const commonOptions = {
  target: "ES2022",
  lib: ["ES2023", "DOM", "DOM.Iterable"],
  module: "esnext",
  moduleResolution: "bundler",
  customConditions: ["@sojourn/source"],
  allowImportingTsExtensions: true,
  strict: true,
  noEmit: true,
  skipLibCheck: true,
  types: ["node"],
};

/** What came of a script. */
interface RunResult {
  failed: boolean;
  output: string;
}

/** Runs a script with Node in a folder. */
export function runNode(folder: string, args: string[]): Promise<RunResult> {
  return new Promise((resolve) => {
    execFile(process.execPath, args, { cwd: folder }, (error, stdout, stderr) =>
      resolve({ failed: error !== null, output: stdout + stderr }),
    );
  });
}

/** A folder with the examples of one framework, as an app of its own. */
export interface ExampleFolder {
  examples: Example[];
  write(file: string, text: string): void;
  /** Runs a script with Node. */
  run(args: string[]): Promise<RunResult>;
  /** Runs the examples that are tests by vitest, which is installed. */
  runSuites(config: string): Promise<RunResult & { count: number }>;
  remove(): void;
}

/**
 * Writes the fenced examples of all pages that are about one framework into files, named as a comment
 * in their first line says, or after their page and line.
 *
 * @param installed what the examples import, and where it is
 */
export function createExampleFolder(
  framework: Fence["framework"],
  installed: Record<string, string>,
): ExampleFolder {
  const folder = mkdtempSync(join(tmpdir(), "sojourn-examples-"));
  const write = (file: string, text: string): void => writeFileSync(join(folder, file), text);
  const examples = pagesWithExamples
    .flatMap((page) => fencesOf(page, ["ts", "tsx", "svelte", "vue"]))
    .filter((it) => it.framework === framework)
    .map(({ location, language, code }) => {
      const [, named] = /^<!-- (\w+\.svelte) -->/.exec(code) ?? [];
      return { location, file: named ?? `${location.replaceAll(/\W/g, "-")}.${language}`, code };
    });

  for (const [name, target] of Object.entries(installed)) {
    const link = join(folder, "node_modules", name);
    mkdirSync(dirname(link), { recursive: true });
    symlinkSync(join(root, target), link);
  }
  write("package.json", JSON.stringify({ type: "module" }));
  for (const { file, code } of examples) write(file, code);

  const run: ExampleFolder["run"] = (args) => runNode(folder, args);

  return {
    examples,
    write,
    run,
    async runSuites(config) {
      write("vitest.config.js", config);
      const suites = examples.filter(({ code }) => code.includes('from "vitest"'));
      const files = suites.map(({ file }) => file);
      const result = await run(["node_modules/vitest/vitest.mjs", "run", ...files]);
      return { count: suites.length, ...result };
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
