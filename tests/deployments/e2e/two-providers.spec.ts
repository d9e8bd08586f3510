import type { Page } from "@playwright/test";
import { expect } from "shared/e2e";
import { vouchFor } from "provider-flows/sign-in-page";
import { testsIn } from "./deployment.ts";
import { serveExpress } from "./servers.ts";

const test = testsIn(async (env) => {
  const { url, stop } = await serveExpress(env);
  const home = `${url}/two.html`;
  return { home, account: home, authUrl: `${url}/auth`, stop };
});

/** One of the page's two sessions. */
function desk(tab: Page, name: "Customer" | "Staff") {
  const section = tab.getByRole("region", { name });
  return {
    click: (button: string) => section.getByRole("button", { name: button }).click(),
    shows: (text: string) => expect(section.getByRole("status")).toHaveText(text),
  };
}

async function expectBoth(tabs: Page[], customer: string, staff: string): Promise<void> {
  await Promise.all(
    tabs.flatMap((tab) => [desk(tab, "Customer").shows(customer), desk(tab, "Staff").shows(staff)]),
  );
}

test("two providers on a page have a session each, and so they have in the other tab", async ({
  user,
  deployment,
}) => {
  const tabs = [await user.open(deployment.home), await user.open(deployment.home)] as const;
  const [tab, other] = tabs;
  await expectBoth([...tabs], "unauthenticated", "unauthenticated");
  const requests: string[] = [];
  user.context.on("request", (request) => requests.push(new URL(request.url()).pathname));

  await desk(tab, "Customer").click("Sign in as Ada Lovelace");
  await expectBoth([...tabs], "Ada Lovelace", "unauthenticated");
  await desk(other, "Staff").click("Sign in as Grace Hopper");
  await expectBoth([...tabs], "Ada Lovelace", "Grace Hopper");
  await desk(other, "Customer").click("Become a countess");
  await expectBoth([...tabs], "Countess Ada", "Grace Hopper");
  await desk(tab, "Customer").click("Sign out");
  await expectBoth([...tabs], "unauthenticated", "Grace Hopper");
  await desk(tab, "Staff").click("Sign out");
  await expectBoth([...tabs], "unauthenticated", "unauthenticated");

  const reads = ["/auth/session", "/staff/auth/session"].map(
    (path) => requests.filter((it) => it === path).length,
  );
  console.log(`two providers: ${reads.join(" and ")} session requests with two tabs`);
  // One each for a sign-in, a new name, and a sign-out.
  expect(reads).toEqual([3, 2]);
});

test("an OpenID provider leads back to the page of two providers, and signs in at one", async ({
  user,
  deployment,
}) => {
  const tab = await user.open(deployment.home);
  await desk(tab, "Staff").click("Sign in with OpenID");
  await expect(tab.getByRole("heading", { name: "Who are you?" })).toBeVisible();
  await vouchFor(tab, "Grace Hopper");

  await expect(tab).toHaveURL(deployment.home);
  await expectBoth([tab], "unauthenticated", "Grace Hopper");
});
