import { defineConfig } from "oxlint";

const rootOnly =
  "An adapter imports the root of @sojourn/core, and the entries of its features, only.";

export default defineConfig({
  plugins: [
    "typescript",
    "unicorn",
    "oxc",
    "import",
    "promise",
    "jsdoc",
    "react",
    "jsx-a11y",
    "nextjs",
    "vitest",
  ],
  jsPlugins: ["./scripts/lint/architecture.ts"],
  categories: { correctness: "error", suspicious: "error" },
  rules: {
    eqeqeq: ["error", "always", { null: "ignore" }],
    "no-console": ["error", { allow: ["error"] }],
    "no-underscore-dangle": ["error", { allow: ["__NEXTAUTH"] }],
    "no-var": "error",
    "typescript/no-extraneous-class": ["error", { allowWithDecorator: true }],
    "prefer-const": ["error", { ignoreReadBeforeAssign: true }],
    "import/no-cycle": "error",
    "typescript/consistent-type-imports": ["error", { disallowTypeAnnotations: false }],
    "typescript/no-explicit-any": "error",
    "typescript/no-non-null-assertion": "error",
    "vitest/no-focused-tests": "error",

    // Factories keep their functions inside; CSS and type augmentations are imported for their effect.
    "unicorn/consistent-function-scoping": "off",
    "import/no-unassigned-import": "off",
    "jsx-a11y/prefer-tag-over-role": "off",
    "react/react-in-jsx-scope": "off",
    // The same as react-hooks/exhaustive-deps.
    "react/memo-dependencies": "off",
    // A BroadcastChannel is no window, a list that changes while it is walked needs a copy, and a
    // loop may wait for what a callback changes.
    "no-unmodified-loop-condition": "off",
    "unicorn/no-useless-spread": "off",
    "unicorn/prefer-add-event-listener": "off",
    "unicorn/require-post-message-target-origin": "off",
    // Some tests only run a tool; an expectation over a list says which item it is about.
    "vitest/expect-expect": "off",
    // The rules of the adapter contract bring their names along.
    "vitest/valid-title": ["error", { ignoreTypeOfTestName: true }],
    "vitest/valid-expect": ["error", { maxArgs: 2 }],
  },
  overrides: [
    {
      files: ["packages/*/src/**"],
      rules: {
        "import/no-default-export": "error",
        "sojourn/documented-exports": "error",
        "sojourn/named-exports": "error",
      },
    },
    {
      // Nuxt takes modules, plugins and middleware by their default export.
      files: ["packages/nuxt/src/{module,runtime/plugin.*,runtime/middleware/*}.ts"],
      rules: { "import/no-default-export": "off" },
    },
    {
      files: ["packages/core/src/**"],
      rules: { "sojourn/layers": "error" },
    },
    {
      // No bundle contains the codemod.
      files: ["packages/*/src/**"],
      excludeFiles: ["packages/codemod/src/**"],
      rules: { "sojourn/nested-names": "error" },
    },
    {
      files: ["packages/core/src/**"],
      excludeFiles: ["packages/core/src/environment/**"],
      rules: { "sojourn/no-ambient": "error" },
    },
    {
      // Tests in simulated browsers are what @sojourn/core/memory is for.
      files: ["packages/*/src/**"],
      excludeFiles: ["packages/{core,testing}/src/**"],
      rules: {
        "no-restricted-imports": [
          "error",
          {
            patterns: [
              { regex: "^@sojourn/core/(memory|.*/)", message: rootOnly },
              { regex: "/core/(src|dist)/", message: rootOnly },
            ],
          },
        ],
      },
    },
    {
      // JSX of Solid and Preact, which know neither React's `htmlFor` nor Next.
      files: ["{examples,packages}/{solid,solid-start}/**", "examples/preact/**"],
      rules: {
        "jsx-a11y/label-has-associated-control": "off",
        "nextjs/no-head-element": "off",
        "nextjs/no-html-link-for-pages": "off",
        "nextjs/no-img-element": "off",
        "react/no-unstable-nested-components": "off",
      },
    },
    {
      // The root route renders the document.
      files: ["examples/tanstack-start/**"],
      rules: { "nextjs/no-head-element": "off" },
    },
    {
      // Their components are set up once, and nothing is rendered anew by React.
      files: ["{examples,packages}/{solid,solid-start,svelte,vue}/**"],
      rules: { "react/immutability": "off" },
    },
    {
      // Signals are changed, and the React Compiler compiles nothing of it.
      files: ["examples/preact/**"],
      rules: { "react/immutability": "off", "react/static-components": "off" },
    },
    {
      files: [
        "scripts/**",
        "**/test/**",
        "**/e2e/**",
        "tests/{migrations,environments,recordings}/**",
        "tests/lab/engines/**",
      ],
      rules: { "no-console": "off", "typescript/no-non-null-assertion": "off" },
    },
    {
      // They run within tests.
      files: ["tests/lab/engines/rules/**"],
      rules: { "vitest/no-standalone-expect": "off" },
    },
    {
      // Apps as people write them.
      files: ["tests/migrations/apps/**"],
      rules: { "typescript/no-explicit-any": "off", "vitest/require-mock-type-parameters": "off" },
    },
  ],
});
