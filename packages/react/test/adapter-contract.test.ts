import { adapterContract } from "@sojourn/testing/adapter-contract";
import { describe, test } from "vitest";
import { createAdapter } from "./support/adapter.tsx";

describe.each([
  ["with StrictMode", true],
  ["without StrictMode", false],
])("%s", (_, reactStrictMode) => {
  for (const { name, run } of adapterContract(createAdapter(reactStrictMode))) test(name, run);
});
