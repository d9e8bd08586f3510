import { readFile } from "node:fs/promises";
import { expect, expectSignedIn, expectSignedOut, signInHere, signOutHere, test } from "shared/e2e";

const built = new URL("../.next/", import.meta.url);

/** What the build has prerendered of a page, for all users. */
function shellOf(page: string): Promise<string> {
  return readFile(new URL(`server/app/${page}.html`, built), "utf8");
}

test("every page has a static shell, though its session is the user's", async () => {
  const manifest = await readFile(new URL("prerender-manifest.json", built), "utf8");
  const { routes } = JSON.parse(manifest);
  const pages = [
    "/",
    "/shell",
    "/server",
    "/actions",
    "/provider-flows",
    "/protected",
    "/auth/signin",
  ];
  for (const page of pages)
    expect(routes[page], page).toMatchObject({ renderingMode: "PARTIALLY_STATIC" });
});

for (const { page, heading } of [
  { page: "index", heading: "Sign in once. Every tab knows." },
  { page: "server", heading: "Asked on a server" },
  { page: "shell", heading: "In the static shell" },
]) {
  test(`the shell of ${page} comes first, and the session is streamed into it`, async ({
    user,
  }) => {
    await user.signInBehindTheScenes("ada");
    const { request } = user.context;
    const path = page === "index" ? "/" : `/${page}`;

    const shell = await shellOf(page);
    const html = await (await request.get(path)).text();

    expect(shell).toContain(`<h1>${heading}</h1>`);
    expect(shell).toContain("Checking…");
    expect(shell).not.toContain("Ada Lovelace");
    expect(html.startsWith(shell.replace("</body></html>", "")), "what is sent first").toBe(true);
    expect(html.slice(shell.length)).toContain("Ada Lovelace");
  });
}

test("the layout waits for no session: it streams into the static shell, and the browser asks nothing", async ({
  user,
}) => {
  const shell = await shellOf("shell");
  expect(shell).toContain('data-status="loading">Who may that be?');
  expect(shell).toContain("One moment…");
  await user.signInBehindTheScenes("ada");
  const html = await (await user.context.request.get("/shell")).text();
  expect(html.slice(shell.length)).toContain("You are Ada Lovelace.");

  const requests = await user.countSessionRequests(async () => {
    const tab = await user.open("/shell");
    await expect(tab.getByRole("main").getByRole("status")).toHaveText("Hello, Ada Lovelace.");
    await expect(tab.getByTestId("known")).toHaveText("You are Ada Lovelace.");
  });

  expect(requests).toBe(0);
});

test("a streamed session follows a sign-out in another tab, in all components", async ({
  user,
}) => {
  await user.signInBehindTheScenes("ada");
  const other = await user.open("/");
  const tab = await user.open("/shell");
  await expect(tab.getByTestId("known")).toHaveText("You are Ada Lovelace.");
  await signOutHere(other);
  await expect(tab.getByTestId("known")).toHaveText("You are nobody.");
});

// Next hides the pages that one leaves by a link, and keeps them: React's `<Activity>`.
test("a hidden page that requires a session leads nobody away before it is shown again", async ({
  user,
}) => {
  await user.signInBehindTheScenes("ada");
  const other = await user.open("/");
  const tab = await user.open("/protected");
  await expect(tab.getByRole("heading", { level: 1 })).toHaveText("For your eyes, Ada Lovelace");
  await tab.getByRole("navigation").getByRole("link", { name: "In the static shell" }).click();
  await expect(tab.getByRole("main").getByRole("status")).toHaveText("Hello, Ada Lovelace.");

  await signOutHere(other);
  await expectSignedOut(tab);
  await expect(tab.getByRole("main").getByRole("status")).toHaveText("Hello, whoever you are.");
  await user.waitUntilQuiet(500);
  await expect(tab).toHaveURL("/shell");

  await tab.goBack();
  await expect(tab).toHaveURL(/\/auth\/signin\?.*error=SessionRequired/);
});

test("a hidden page shows who has signed in meanwhile, and never again whom it was rendered for", async ({
  user,
}) => {
  await user.signInBehindTheScenes("ada");
  const tab = await user.open("/protected");
  const heading = tab.getByRole("heading", { level: 1 });
  await expect(heading).toHaveText("For your eyes, Ada Lovelace");
  await tab.getByRole("navigation").getByRole("link", { name: "In the static shell" }).click();
  await expect(heading).toHaveText("In the static shell");
  const other = await user.open("/auth/signin?callbackUrl=/");
  await signInHere(other, "grace");
  await expectSignedIn(tab, "Grace Hopper");

  const before = user.shown(tab).length;
  const requests = await user.countSessionRequests(async () => {
    await tab.goBack();
    await expect(heading).toHaveText("For your eyes, Grace Hopper");
  });

  await expectSignedIn(tab, "Grace Hopper");
  const shown = user.shown(tab).slice(before);
  expect(shown.filter(({ badge }) => !badge.includes("Grace Hopper"))).toEqual([]);
  console.log(`next-app, back to a page that was hidden: ${requests} session requests`);
  expect(requests).toBeLessThanOrEqual(1);
});
