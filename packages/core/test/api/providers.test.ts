import { expect, test } from "vitest";
import { createProviderList, fetchProviders } from "../../src/api/providers.ts";
import { stubHttp } from "./stub.ts";

const answering = (data: unknown) =>
  stubHttp(() => Promise.resolve(new Response(JSON.stringify(data)))).http;
const github = { id: "github", name: "GitHub", type: "oauth" };

test.each([{}, { github }])("is a list of providers: %j", async (data) => {
  await expect(fetchProviders(answering(data))).resolves.toEqual(data);
});

test.each([
  ...[null, 7, true, "github", ["github"]],
  ...[{ github: null }, { github: {} }, { message: "x" }],
])("is none: %j", async (data) => {
  await expect(fetchProviders(answering(data))).rejects.toMatchObject({ code: "parse" });
});

test("takes what has an id for a provider, for not each server names its type", async () => {
  const list = { google: { id: "google", name: "Google" } };
  await expect(fetchProviders(answering(list))).resolves.toEqual(list);
});

test.each([null, {}, "x", { id: 1 }, []])("passes over %j beside a provider", async (member) => {
  await expect(fetchProviders(answering({ github, member }))).resolves.toEqual({ github });
});

test("a list that could not be had is asked for again, and forgets no later one", async () => {
  const answers: ((response: Response) => void)[] = [];
  const { http } = stubHttp(() => new Promise((resolve) => answers.push(resolve)));
  const list = createProviderList(http);
  const controller = new AbortController();
  const [first, second] = [list.fetch(), list.fetch()];
  answers[1]!(new Response(JSON.stringify({ github })));
  answers[0]!(new Response("", { status: 404 }));
  await expect(first).resolves.toBeNull();
  await expect(second).resolves.toEqual({ github });
  await expect(list.get(controller)).resolves.toEqual({ github });
  expect(answers).toHaveLength(2);

  const third = list.fetch();
  answers[2]!(new Response("", { status: 404 }));
  await expect(third).resolves.toBeNull();
  void list.get(controller);
  expect(answers).toHaveLength(4);
});
