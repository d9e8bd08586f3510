// Builds the app by one bundler, with no more options than it needs: `node build.mjs webpack`.
import { createRequire } from "node:module";
import { mkdirSync } from "node:fs";
import { join } from "node:path";

const root = import.meta.dirname;
const require = createRequire(import.meta.url);
const entry = join(root, "app.js");
const [name] = process.argv.slice(2);
const folder = join(root, "built", name);

const builders = {
  async webpack() {
    const { default: webpack } = await import("webpack");
    const output = { path: folder, filename: "app.js" };
    // React alone is near the size that is warned of.
    const performance = { hints: false };
    const options = { mode: "production", entry, output, performance };
    const stats = await promise((done) => webpack({ ...options, context: root }, done));
    if (stats.hasErrors() || stats.hasWarnings()) throw new Error(stats.toString());
  },

  async vite() {
    const { build } = await import("vite");
    const output = { entryFileNames: "app.js" };
    const rolldownOptions = { input: entry, output };
    await build({ root, logLevel: "warn", build: { outDir: folder, rolldownOptions } });
  },

  async esbuild() {
    const { build } = await import("esbuild");
    const outfile = join(folder, "app.js");
    await build({ entryPoints: [entry], bundle: true, minify: true, format: "iife", outfile });
  },

  async rollup() {
    const { rollup } = await import("rollup");
    const { nodeResolve } = await import("@rollup/plugin-node-resolve");
    const { default: commonjs } = await import("@rollup/plugin-commonjs");
    const { default: replace } = await import("@rollup/plugin-replace");
    const { transform } = await import("esbuild");
    // Rollup leaves that to others.
    const minify = { name: "minify", renderChunk: (code) => transform(code, { minify: true }) };
    const values = { "process.env.NODE_ENV": '"production"' };
    const bundle = await rollup({
      input: entry,
      plugins: [
        replace({ values, preventAssignment: true }),
        nodeResolve({ browser: true }),
        commonjs(),
        minify,
      ],
      onwarn(warning) {
        // React's and ours: a directive means nothing outside of a framework with server components.
        if (warning.code !== "MODULE_LEVEL_DIRECTIVE") throw new Error(warning.message);
      },
    });
    await bundle.write({ file: join(folder, "app.js"), format: "iife" });
  },

  async parcel() {
    const { Parcel } = await import("@parcel/core");
    const bundler = new Parcel({
      entries: entry,
      defaultConfig: require.resolve("@parcel/config-default"),
      mode: "production",
      shouldDisableCache: true,
      shouldAutoInstall: false,
      defaultTargetOptions: { distDir: folder, sourceMaps: false },
    });
    await bundler.run();
  },

  metro: () => bundleByMetro("web", {}, entry),

  // As React Native's own configuration has it.
  metroNative: () =>
    bundleByMetro(
      "ios",
      {
        resolverMainFields: ["react-native", "browser", "main"],
        unstable_conditionNames: ["react-native"],
      },
      join(root, "native.js"),
    ),
};

async function bundleByMetro(platform, resolver, from) {
  const { default: Metro } = await import("metro");
  const config = await Metro.loadConfig(
    { cwd: root },
    { projectRoot: root, watchFolders: [join(root, "..")], reporter: { update() {} }, resolver },
  );
  // As Expo and React Native have it: Metro itself leaves `import` as it is.
  config.transformer.getTransformOptions = async () => ({
    transform: { experimentalImportSupport: true, inlineRequires: false },
  });
  const out = join(folder, "app.js");
  await Metro.runBuild(config, { entry: from, platform, dev: false, minify: true, out });
}

function promise(run) {
  return new Promise((resolve, reject) => {
    run((error, result) => (error ? reject(error) : resolve(result)));
  });
}

// Metro expects it.
mkdirSync(folder, { recursive: true });
process.env.NODE_ENV = "production";
await builders[name]();
process.exit();
