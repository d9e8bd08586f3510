import { folderOf, run } from "./run.ts";

export const resolutions = {
  node10: ["--module", "commonjs", "--moduleResolution", "node"],
  node16: ["--module", "node16", "--moduleResolution", "node16"],
  bundler: ["--module", "esnext", "--moduleResolution", "bundler"],
} satisfies Record<string, string[]>;

/** Runs one of the TypeScripts in an environment; resolves to the lines with errors. */
export async function tsc(
  environment: string,
  version: string,
  flags: string[],
): Promise<string[]> {
  // The newest ask to be told so once more of what the next one will not have.
  const isOld = version === "6" && flags.includes("node");
  const deprecated = isOld ? ["--ignoreDeprecations", "6.0"] : [];
  const path = `${folderOf("types/every")}/node_modules/typescript-${version}/bin/tsc`;
  const command = ["node", path, "--pretty", "false", ...flags, ...deprecated];
  const printed = await run(environment, command).catch(String);
  const errors = printed.split("\n").filter((line) => line.includes("error TS"));
  return printed && errors.length === 0 ? [printed] : errors;
}

/** Whether an error is in the app or in our declarations. What others declare is theirs to mend. */
export function isOurs(error: string): boolean {
  return !/^(?:[^(]*\/)?node_modules\/(?!@sojourn\/)(?![^(]*node_modules)/.test(error);
}
