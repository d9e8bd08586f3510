import { expect, test } from "vitest";
import { fetchProviders } from "../../src/api/providers.ts";
import { stubHttp } from "./stub.ts";

const answering = (data: unknown) =>
  stubHttp(() => Promise.resolve(new Response(JSON.stringify(data)))).http;
const github = { id: "github", name: "GitHub", type: "oauth" };

test.each([{}, { github }])("is a list of providers: %j", async (data) => {
  await expect(fetchProviders(answering(data))).resolves.toEqual(data);
});

test.each([
  ...[null, 7, true, "github", ["github"]],
  ...[{ github: null }, { github: {} }, { github, google: { id: "google" } }],
])("is none: %j", async (data) => {
  await expect(fetchProviders(answering(data))).rejects.toMatchObject({ code: "parse" });
});
