import { expect, expectSignedIn, expectSignedOut, test, testRenders } from "shared/e2e";

test("a page whose layout hands over the session shows the user at once, and asks for nothing", async ({
  user,
}) => {
  await user.signInBehindTheScenes("ada");
  const html = await (await user.context.request.get("/")).text();
  expect(html).toContain("Ada Lovelace");

  const requests = await user.countSessionRequests(async () => {
    const tab = await user.open("/");
    await expectSignedIn(tab, "Ada Lovelace");
    expect(user.statuses(tab)).toEqual(["authenticated"]);
  });

  expect(requests).toBe(0);
});

test("a page whose layout hands over null shows a signed-out user, and asks for nothing", async ({
  user,
}) => {
  const requests = await user.countSessionRequests(async () => {
    await expectSignedOut(await user.open("/"));
  });

  expect(requests).toBe(0);
});

test("getSession and getProviders answer in a server component", async ({ user }) => {
  const tab = await user.open("/server");
  const answer = (name: string) => tab.locator(`dt:text-is("${name}") + dd`);
  await expect(answer("getSession")).toHaveText("nobody");

  await user.signInBehindTheScenes("ada");
  await tab.reload();

  await expect(answer("auth")).toHaveText("Ada Lovelace");
  await expect(answer("getSession")).toHaveText("Ada Lovelace");
  await expect(answer("getProviders")).toHaveText("your demo account (credentials)");
});

test("getSession and getProviders answer in a route handler, to whoever asks", async ({
  user,
  another,
}) => {
  await user.signInBehindTheScenes("ada");
  expect((await another.context.request.get("/api/me")).status()).toBe(401);

  await another.signInBehindTheScenes("grace");
  const answers = await Promise.all(
    [user, another].map(async ({ context }) => (await context.request.get("/api/me")).json()),
  );

  const providers = ["credentials"];
  expect(answers).toEqual([
    { name: "Ada Lovelace", email: "ada@example.com", role: "admin", providers },
    { name: "Grace Hopper", email: "grace@example.com", role: "member", providers },
  ]);
});

testRenders(["/", "/server", "/actions", "/api/me"]);
