import { execFile } from "node:child_process";
import { mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const packageRoot = fileURLToPath(new URL("../..", import.meta.url));
const installed = join(packageRoot, "node_modules");

const compilerOptions = {
  target: "ES2022",
  lib: ["ES2023", "DOM", "DOM.Iterable"],
  module: "esnext",
  moduleResolution: "bundler",
  customConditions: ["@sojourn/source"],
  allowImportingTsExtensions: true,
  jsx: "react-jsx",
  strict: true,
  noEmit: true,
  skipLibCheck: true,
  types: [],
};

async function link(folder: string, name: string, target: string): Promise<void> {
  const path = join(folder, "node_modules", name);
  await mkdir(dirname(path), { recursive: true });
  await symlink(target, path);
}

/** What "next-auth" is in an app: a version, or a module that exports nothing. */
const nextAuths = {
  none: { "next-auth/react": [join(packageRoot, "test/types/no-next-auth.d.ts")] },
  v4: {
    "next-auth": [join(installed, "next-auth4/index.d.ts")],
    "next-auth/react": [join(installed, "next-auth4/react/index.d.ts")],
  },
  v5: {
    "next-auth": [join(installed, "next-auth5/index.d.ts")],
    "next-auth/react": [join(installed, "next-auth5/react.d.ts")],
  },
};

/**
 * Compiles one file as an app of its own, with what apps have installed. What it declares for all
 * modules stays in it. Resolves to what the compiler has to say of it, e.g. `"3 TS2339"`.
 */
export async function compileApp(
  source: string,
  nextAuth: keyof typeof nextAuths = "none",
): Promise<string[]> {
  const folder = await mkdtemp(join(tmpdir(), "sojourn-app-"));
  try {
    await link(folder, "@sojourn/react", packageRoot);
    for (const name of [
      "@sojourn/core",
      "@types/react",
      "next-auth4",
      "next-auth5",
      "react",
      "zod",
    ]) {
      await link(folder, name, join(installed, name));
    }
    await writeFile(join(folder, "app.tsx"), source);
    await writeFile(
      join(folder, "tsconfig.json"),
      JSON.stringify({
        compilerOptions: { ...compilerOptions, paths: nextAuths[nextAuth] },
        files: ["app.tsx"],
      }),
    );
    return await runCompiler(folder);
  } finally {
    await rm(folder, { recursive: true });
  }
}

function runCompiler(cwd: string): Promise<string[]> {
  const tsc = join(installed, "typescript/bin/tsc");
  return new Promise((resolve, reject) => {
    execFile(process.execPath, [tsc, "--pretty", "false"], { cwd }, (error, stdout) => {
      if (error && !stdout) return reject(error);
      const diagnostics = stdout.matchAll(/^app\.tsx\((\d+),\d+\): error (TS\d+)/gm);
      return resolve(Array.from(diagnostics, ([, line, code]) => `${line} ${code}`));
    });
  });
}
