import { globSync, readFileSync } from "node:fs";
import { relative } from "node:path";

const longestAllowed = 160;
const medianAllowed = 60;

const root = process.argv[2] ?? process.cwd();
let failed = false;

for (const folder of globSync("packages/*/src", { cwd: root }).toSorted()) {
  const files = globSync(`${folder}/**/*.{ts,tsx}`, { cwd: root })
    .map((path) => ({
      path,
      lines: readFileSync(`${root}/${path}`, "utf8").trimEnd().split("\n").length,
    }))
    .toSorted((a, b) => a.lines - b.lines);
  const middle = files[Math.floor((files.length - 1) / 2)];
  const longest = files.at(-1);
  if (!middle || !longest) continue;

  const median =
    files.length % 2 ? middle.lines : (middle.lines + (files[files.length / 2]?.lines ?? 0)) / 2;
  console.log(
    `${folder}: ${files.length} files, median ${median} lines, longest ${longest.lines} (${relative(folder, longest.path)})`,
  );
  if (median > medianAllowed) {
    failed = true;
    console.error(`${folder}: the median of ${median} lines is above ${medianAllowed}`);
  }
  for (const { path, lines } of files.filter((it) => it.lines > longestAllowed)) {
    failed = true;
    console.error(`${path}: ${lines} lines, above ${longestAllowed}`);
  }
}

if (failed) process.exitCode = 1;
