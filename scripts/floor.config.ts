/** What the built packages may use: `pnpm run floor`, which has oxlint read this in place of the root's rules. */
import esx from "eslint-plugin-es-x";
import { defineConfig } from "oxlint";

/** The oldest browsers that have to run the packages. This list is the only one. */
const browsers = ["chrome 111", "edge 111", "firefox 111", "safari 16.4", "ios_saf 16.4"];

/** What all of these have is that year's Baseline, and of ECMAScript that year's edition. */
const year = 2022;

// By name alone, methods of iterators cannot be told from those of arrays. The build's `lib` knows them.
const newerSyntaxAndBuiltins = Object.entries(
  esx.configs["flat/restrict-to-es2022"].rules ?? {},
).filter(([rule]) => !rule.includes("no-iterator-prototype-"));

export default defineConfig({
  plugins: [],
  categories: { correctness: "off" },
  env: { browser: true },
  jsPlugins: ["eslint-plugin-compat", "eslint-plugin-es-x", "eslint-plugin-baseline-js"],
  settings: {
    browsers,
    // Methods of any object that are named as newer ones of arrays, sets and strings.
    "es-x": { aggressive: true },
    // What code looks for before it uses it, each with the reason.
    polyfills: [
      // Where it is not there, no page is prerendered.
      "document.prerendering",
      // Where these are not there, cookies are kept apart or not, and nobody can ask for others.
      "document.hasStorageAccess",
      "document.requestStorageAccess",
      // Where it is not there, a refusal does not say whether a click was missing.
      "navigator.userActivation",
      // Safari 16.4 has it, but says in a frame that cookies are on although it blocks them.
      "navigator.cookieEnabled",
    ],
  },
  rules: {
    ...Object.fromEntries(newerSyntaxAndBuiltins),
    // Globals and constructors, by each browser's version.
    "compat/compat": "error",
    // Static methods, as `URL.canParse`, which the former does not see.
    "baseline-js/use-baseline": [
      "error",
      {
        available: year,
        includeWebApis: { preset: "auto" },
        includeJsBuiltins: { preset: "auto" },
        // Of the devtools. All of these browsers have the first, since Safari 16.4, and a part of the
        // second, which may fail. Of embedded pages, as above.
        ignoreFeatures: [
          "constructed-stylesheets",
          "async-clipboard",
          "user-activation",
          "cookie-enabled",
        ],
      },
    ],
  },
});
