import type { FrameworkTab, ShownUser } from "@sojourn/testing/adapter-contract";
import {
  expect,
  expectSignedIn,
  expectSignedOut,
  isSameDocument,
  markDocument,
  signInHere,
  signOutHere,
  type User,
} from "shared/e2e";
import { untilHydrated } from "./until-hydrated.ts";
import { usernameOf } from "./username-of.ts";
import { watchTab } from "./watch-tab.ts";

/** The texts of the links to the pages of the contract. */
const links: Readonly<Record<string, string>> = {
  "/profile": "Your profile",
  "/server": "From the server",
};

/** Runs in a page: returns what the server says of its rendering. */
function readRendering(): string | null | undefined {
  return document.querySelector("main [data-rendered-for]")?.textContent;
}

/** Opens a page in a new tab, for the contract. */
export async function openContractTab(
  user: User,
  path: string,
  authPath: string,
): Promise<FrameworkTab> {
  const tab = await user.context.newPage();
  const watch = watchTab(tab, authPath);
  await tab.goto(path);
  await untilHydrated(tab);
  await markDocument(tab);

  async function follow(next: string): Promise<void> {
    await tab.bringToFront();
    await tab.getByRole("navigation").getByRole("link", { name: links[next] }).click();
    await expect(tab).toHaveURL(next);
  }

  return {
    ...watch,
    shownUsers: () => user.shownUsers(tab),
    async renderedUser(): Promise<ShownUser> {
      const [, name] =
        /rendered this for (.*?)\.?\s*$/.exec((await tab.evaluate(readRendering)) ?? "") ?? [];
      return name === "nobody" ? null : name;
    },
    follow,
    async signIn(name) {
      const { href } = new URL(tab.url());
      await tab.bringToFront();
      await tab.getByRole("banner").getByRole("button", { name: "Sign in" }).click();
      await signInHere(tab, usernameOf(name));
      await expectSignedIn(tab, name);
      await expect(tab).toHaveURL(href);
    },
    async signOut() {
      await signOutHere(tab);
      await expectSignedOut(tab);
      await untilHydrated(tab);
    },
    async rename(name) {
      // A page that is shown anew would lose what is typed meanwhile.
      if (new URL(tab.url()).pathname !== "/profile") await follow("/profile");
      await tab.getByLabel("Name", { exact: true }).fill(name);
      await tab.getByRole("button", { name: "Save the name" }).click();
      await expectSignedIn(tab, name);
    },
    isSameDocument: () => isSameDocument(tab),
  };
}
