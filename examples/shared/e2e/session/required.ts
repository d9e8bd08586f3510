import { pathOf, signInHere, signOutHere } from "../tab.ts";
import { expect, test } from "../test.ts";

export function testRequired(): void {
  test("required sends a signed-out user to the sign-in page, and back to the page asked for", async ({
    user,
  }) => {
    const tab = await user.open("/protected?from=mail");

    await expect(tab).toHaveURL(/\/auth\/signin\?/);
    const { searchParams } = new URL(tab.url());
    expect(searchParams.get("error")).toBe("SessionRequired");
    expect(searchParams.get("callbackUrl")).toMatch(/\/protected\?from=mail$/);
    await expect(tab.getByRole("main").getByRole("alert")).toHaveText(
      "Please sign in to see that page.",
    );

    await signInHere(tab, "ada");

    await expect(tab.getByRole("heading", { level: 1 })).toHaveText("For your eyes, Ada Lovelace");
    expect(pathOf(tab)).toBe("/protected?from=mail");
  });

  test("required shows its page to a signed-in user, and leaves it on a sign-out elsewhere", async ({
    user,
  }) => {
    await user.signInBehindTheScenes("ada");
    const tab = await user.open("/protected");
    await expect(tab.getByRole("heading", { level: 1 })).toHaveText("For your eyes, Ada Lovelace");

    const other = await user.open("/");
    await signOutHere(other);

    await expect(tab).toHaveURL(/\/auth\/signin\?.*error=SessionRequired/);
  });
}
