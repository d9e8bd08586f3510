import type { ProviderFlowTest } from "provider-flows";
import { expect, letTimePass, signInHere } from "shared/e2e";

const SITE = "evil.example";

/** Registers that the router leads to no other site, whatever a link to the sign-in page says. */
export function testCallbackUrl(test: ProviderFlowTest): void {
  test("a sign-in leads to no other site", async ({ user, baseURL }) => {
    const visits: string[] = [];
    await user.context.route(`*://${SITE}/**`, async (route) => {
      visits.push(route.request().url());
      await route.abort();
    });

    for (const callbackUrl of [`https://${SITE}/`, `//${SITE}`, `/.//${SITE}`]) {
      await user.context.clearCookies();
      const query = new URLSearchParams({ callbackUrl });
      const tab = await user.open(`/auth/signin?${query}`);
      await signInHere(tab, "ada");
      await expect
        .poll(async () => (await user.context.cookies()).map(({ name }) => name))
        .toContain("authjs.session-token");
      // The router goes on, or says that there is no such page.
      await letTimePass(300);
      expect(new URL(tab.url()).origin).toBe(new URL(baseURL ?? "").origin);
      await tab.close();
    }
    expect(visits).toEqual([]);
    // The app has no page at the paths of the last two, and may say so.
    user.complaints.length = 0;
  });
}
