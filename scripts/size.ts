import { spawnSync } from "node:child_process";

interface Entry {
  name: string;
  passed: boolean;
  size: number;
  sizeLimit: number;
}

const { stdout } = spawnSync("size-limit", ["--json"], {
  encoding: "utf8",
  stdio: ["ignore", "pipe", "inherit"],
});
const result = JSON.parse(stdout) as Entry[] | { error: string };
if ("error" in result) throw new Error(result.error);
const bytes = (size: number): string => `${size.toLocaleString("en-US")} B`.padStart(8);

console.log("Minified and gzipped, without the frameworks:");
for (const { name, passed, size, sizeLimit } of result) {
  console.log(`${bytes(size)} of ${bytes(sizeLimit)}  ${name}${passed ? "" : "  TOO LARGE"}`);
}
if (!result.every((it) => it.passed)) process.exitCode = 1;
