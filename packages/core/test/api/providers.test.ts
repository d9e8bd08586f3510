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

test.each([null, {}, "x", { id: "google" }, []])(
  "passes over %j beside a provider",
  async (member) => {
    await expect(fetchProviders(answering({ github, member }))).resolves.toEqual({ github });
  },
);

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
