import { adapterContract } from "@sojourn/testing/adapter-contract";
import { test } from "vitest";
import { adapter } from "./support/adapter.ts";

for (const { name, run } of adapterContract(adapter)) test(name, run);
