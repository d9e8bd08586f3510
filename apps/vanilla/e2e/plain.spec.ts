import { expect, expectSignedIn, expectSignedOut, signInHere, test } from "common/e2e";

test("a page without a build step loads the core's published files, and those of a browser only", async ({
  visitor,
}) => {
  const loaded: string[] = [];
  visitor.context.on("response", (response) => {
    const { pathname } = new URL(response.url());
    if (!pathname.startsWith("/core/")) return;
    expect(response.status(), pathname).toBe(200);
    loaded.push(pathname);
  });
  await expectSignedOut(await visitor.open("/plain.html"));

  expect(loaded).toContain("/core/index.js");
  expect(loaded).toContain("/core/environment/browser/default-environment.js");
  expect(loaded).not.toContain("/core/environment/default-environment.js");
});

test("a page without a build step signs in and out, and the built page follows", async ({
  visitor,
}) => {
  const plain = await visitor.open("/plain.html");
  const built = await visitor.open("/");
  await Promise.all([plain, built].map(expectSignedOut));

  await signInHere(plain, "grace");
  await Promise.all([plain, built].map((tab) => expectSignedIn(tab, "Grace Hopper")));

  await plain.getByRole("button", { name: "Sign out" }).click();
  await Promise.all([plain, built].map(expectSignedOut));
});
