import { adapterContract } from "@sojourn/testing/adapter-contract";
import { describe, test } from "vitest";
import { createAdapter } from "./support/adapter.ts";

describe.each(["runes", "store"] as const)("with %s", (kind) => {
  for (const { name, run } of adapterContract(createAdapter(kind))) test(name, run);
});
