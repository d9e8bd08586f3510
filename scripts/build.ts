/**
 * Builds the package in the working directory: ES modules into dist/, CommonJS into dist/cjs, one
 * file for each source file. With `--esm` there is no CommonJS.
 */
import { spawnSync } from "node:child_process";
import { globSync, readFileSync, rmSync, writeFileSync } from "node:fs";

// The built-ins that all browsers have which are to run this; see scripts/floor.config.ts.
const builtins = "es2022,dom,dom.iterable";

function compile(...options: string[]): void {
  const args = ["-p", "tsconfig.build.json", "--lib", builtins, ...options];
  const { status } = spawnSync("tsc", args, { stdio: "inherit" });
  if (status !== 0) process.exit(1);
}

const hasCommonJs = !process.argv.includes("--esm");
rmSync("dist", { recursive: true, force: true });
compile();
// The sources are ES modules by their package.json, so CommonJS has to be asked for. They are checked
// already.
if (hasCommonJs) {
  compile(
    ...["--module", "commonjs", "--moduleResolution", "bundler", "--verbatimModuleSyntax", "false"],
    ...["--isolatedModules", "--noCheck", "--outDir", "dist/cjs"],
  );
}

// The compiler leaves the endings of imports in declarations; TypeScript before 5.0 knows no `.ts` there.
for (const path of globSync("dist/**/*.d.ts")) {
  const text = readFileSync(path, "utf8");
  writeFileSync(path, text.replaceAll(/(["'])(\.{1,2}\/[^"']*)\.tsx?\1/g, "$1$2.js$1"));
}

if (!hasCommonJs) process.exit();

// For what a module hands on, the compiler makes getters, which no test can replace, by assignment or
// by a spy. Nothing here is exported before it has its value, so that a plain property does.
const getter =
  /Object\.defineProperty\(exports, "(\w+)", \{ enumerable: true, get: function \(\) \{ return ([\w.]+); \} \}\);/g;
for (const path of globSync("dist/cjs/**/*.js")) {
  const text = readFileSync(path, "utf8");
  const plain = text.replaceAll(getter, "exports.$1 = $2;");
  // The same for `export *`, in the compiler's helper.
  writeFileSync(path, plain.replace("__createBinding(exports, m, p);", "exports[p] = m[p];"));
}

// Tools look for these in the package.json that is nearest to a file.
const {
  sideEffects,
  browser,
  "react-native": native,
} = JSON.parse(readFileSync("package.json", "utf8").replaceAll("./dist/", "./"));
const nearest = { type: "commonjs", sideEffects, browser, "react-native": native };
writeFileSync("dist/cjs/package.json", `${JSON.stringify(nearest, undefined, 2)}\n`);
if (hasCommonJs)
  writeFileSync("dist/cjs/package.json", `${JSON.stringify(nearest, undefined, 2)}\n`);
