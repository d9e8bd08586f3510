import { execFile } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { root } from "../packages.ts";

/** One example of a README. */
interface Example {
  file: string;
  code: string;
}

/** A folder with the examples of one README, as an app of its own. */
export interface ExampleFolder {
  examples: Example[];
  /** Links of the README to files that are not there. */
  brokenLinks: string[];
  write(file: string, text: string): void;
  /** Runs a script with Node. */
  run(args: string[]): Promise<{ failed: boolean; output: string }>;
  remove(): void;
}

/**
 * Writes the fenced examples of a package's README into files, named as a comment in their first
 * line says, or after their line.
 *
 * @param kinds the fences that count, as `tsx`
 * @param installed what the examples import, and where it is
 */
export function createExampleFolder(
  packageFolder: string,
  kinds: string[],
  installed: Record<string, string>,
): ExampleFolder {
  const folder = mkdtempSync(join(tmpdir(), "sojourn-examples-"));
  const readme = readFileSync(join(root, packageFolder, "README.md"), "utf8");
  const write = (file: string, text: string): void => writeFileSync(join(folder, file), text);

  const fences = readme.matchAll(new RegExp(`^\`\`\`(${kinds.join("|")})\\n([^]*?)^\`\`\`$`, "gm"));
  const examples = Array.from(fences, ({ 1: kind, 2: code = "", index }) => {
    const line = readme.slice(0, index).split("\n").length;
    const [, file = `line-${line}.${kind}`] = /^<!-- (\w+\.svelte) -->/.exec(code) ?? [];
    return { file, code };
  });
  const links = readme.matchAll(/\]\((?!https?:|#)([^)#\s]+)[^)]*\)/g);

  for (const [name, target] of Object.entries(installed)) {
    const link = join(folder, "node_modules", name);
    mkdirSync(dirname(link), { recursive: true });
    symlinkSync(join(root, target), link);
  }
  write("package.json", JSON.stringify({ type: "module" }));
  for (const { file, code } of examples) write(file, code);

  return {
    examples,
    brokenLinks: Array.from(links, ([, path = ""]) => path).filter(
      (path) => !existsSync(join(root, packageFolder, path)),
    ),
    write,
    run: (args) =>
      new Promise((resolve) => {
        execFile(process.execPath, args, { cwd: folder }, (error, stdout, stderr) =>
          resolve({ failed: error !== null, output: stdout + stderr }),
        );
      }),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
