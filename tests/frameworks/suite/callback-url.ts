import type { ProviderFlowTest } from "provider-flows";
import { expect, signInHere } from "shared/e2e";

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
      await expect(tab).not.toHaveURL(/signin/);
      expect(new URL(tab.url()).origin).toBe(new URL(baseURL ?? "").origin);
      await tab.close();
    }
    expect(visits).toEqual([]);
  });
}
