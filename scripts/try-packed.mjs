/**
 * Tries the packed packages in the Node that runs this, 20.9 or newer: `node scripts/try-packed.mjs FOLDER`,
 * after `pnpm run release --dry-run --to FOLDER`. It needs npm, and nothing of this workspace.
 */
import { execFile, execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const root = fileURLToPath(new URL("..", import.meta.url));
const environment = join(root, "tests/environments/environments/node");
const ada = { user: { name: "Ada Lovelace" }, expires: "2100-01-01T00:00:00.000Z" };

/** @type {(path: string) => any} */
const readJson = (path) => JSON.parse(readFileSync(path, "utf8"));

/**
 * The version of a package in the workspace's catalog.
 *
 * @param {string} name
 */
function catalogVersion(name) {
  const settings = readFileSync(join(root, "pnpm-workspace.yaml"), "utf8");
  const [, catalog = ""] = settings.split(/^catalog:$/m);
  const [, version] = new RegExp(`^  "?${name}"?: (\\S+)$`, "m").exec(catalog) ?? [];
  if (!version) throw new Error(`${name} is not in the catalog`);
  return version;
}

/**
 * The tarballs of a folder, by the names of their packages.
 *
 * @param {string} folder
 */
function tarballsOf(folder) {
  const paths = readdirSync(folder).filter((it) => it.endsWith(".tgz"));
  return Object.fromEntries(
    paths.map((it) => {
      const path = resolve(folder, it);
      const manifest = execFileSync("tar", ["-xzOf", path, "package/package.json"]);
      return [JSON.parse(manifest.toString()).name, `file:${path}`];
    }),
  );
}

/**
 * The dependencies of an app that has all packed packages, and what they are tried with.
 *
 * @param {Record<string, string>} tarballs
 */
function dependenciesWith(tarballs) {
  const { dependencies } = readJson(join(environment, "package.json"));
  const others = Object.entries({ ...dependencies, next: "catalog:" })
    .filter(([name]) => !name.startsWith("@sojourn/"))
    .map(([name, range]) => [name, range === "catalog:" ? catalogVersion(name) : range]);
  return { ...Object.fromEntries(others), ...tarballs };
}

/** Answers as an auth server that knows one cookie. Resolves to its address. */
async function startServer() {
  const server = createServer((request, response) => {
    const session = request.headers.cookie === "user=ada" ? ada : {};
    response.setHeader("content-type", "application/json").end(JSON.stringify(session));
  });
  await new Promise((listening) => server.listen(0, "127.0.0.1", () => listening(undefined)));
  const address = /** @type {import("node:net").AddressInfo} */ (server.address());
  return { server, url: `http://127.0.0.1:${address.port}` };
}

/** Whether `require` loads ES modules, on which Svelte, MSW and next-auth 5 are built. */
const requiresModules = Boolean(/** @type {any} */ (process.features).require_module);
const moduleOnly = new Set([
  "@sojourn/svelte",
  "@sojourn/testing/msw",
  "@sojourn/next-auth-5/react",
]);

/** @param {string} folder of the tarballs */
async function tryPacked(folder) {
  const app = mkdtempSync(join(tmpdir(), "sojourn-try-"));
  const { server, url } = await startServer();
  /** @type {string[]} */
  const failures = [];
  let passed = 0;

  /** @type {(...args: string[]) => Promise<string>} */
  const node = async (...args) => {
    const env = { ...process.env, AUTH_URL: url, COOKIE: "user=ada" };
    return (await promisify(execFile)(process.execPath, args, { cwd: app, env })).stdout;
  };
  /** @type {(what: string, isRight: () => Promise<boolean>) => Promise<void>} */
  const check = async (what, isRight) => {
    const said = await isRight().catch((error) => String(error.stderr ?? error));
    if (said === true) passed += 1;
    else failures.push(said ? `${what}: ${said}` : what);
  };

  try {
    cpSync(environment, app, { recursive: true });
    const dependencies = dependenciesWith(tarballsOf(folder));
    const manifest = { name: "app", private: true, dependencies };
    writeFileSync(join(app, "package.json"), JSON.stringify(manifest, null, 2));
    const quietly = ["--no-audit", "--no-fund", "--ignore-scripts", "--loglevel=error"];
    execFileSync("npm", ["install", ...quietly], { cwd: app, stdio: "inherit" });

    const clients = ["@sojourn/next-auth/react", "@sojourn/next-auth-5/react"];
    for (const entry of [...readJson(join(environment, "entries.json")), ...clients]) {
      await check(`${entry} has the same exports by import and require`, async () => {
        const imported = await node("names.js", "import", entry);
        if (moduleOnly.has(entry) && !requiresModules) return imported !== "[]";
        return imported !== "[]" && imported === (await node("names.js", "require", entry));
      });
    }
    for (const script of ["read.mjs", "read.cjs"]) {
      const right = JSON.stringify([ada, ada, ada, null].map((it) => it && it.user.name));
      await check(`${script} reads sessions`, async () => (await node(script)) === right);
    }
    for (const script of ["render.mjs", "render.cjs"]) {
      const right = "<p>Ada Lovelace</p><p>unauthenticated</p><p>loading</p>";
      await check(`${script} renders a session`, async () => (await node(script)) === right);
    }
    const codemod = "node_modules/@sojourn/codemod/dist/cli.js";
    await check("the codemod says its version", async () => {
      const { version } = readJson(join(app, "node_modules/@sojourn/codemod/package.json"));
      return (await node(codemod, "--version")).trim() === version;
    });
  } finally {
    server.close();
    rmSync(app, { recursive: true, force: true });
  }

  for (const it of failures) console.error(`FAILED: ${it}`);
  console.log(`Node ${process.version}: ${passed} passed, ${failures.length} failed`);
  if (failures.length > 0) process.exitCode = 1;
}

const [folder] = process.argv.slice(2);
if (!folder) throw new Error("Which folder has the tarballs?");
await tryPacked(folder);
