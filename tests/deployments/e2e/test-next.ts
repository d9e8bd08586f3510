import { expect, signInHere } from "shared/e2e";
import type { DeploymentTest } from "./deployment.ts";

/** Registers what has to hold wherever the Next app is, for NEXTAUTH_URL tells its server. */
export function testNext(test: DeploymentTest): void {
  test("getSession on the server asks where NEXTAUTH_URL says, path and all", async ({
    user,
    deployment,
  }) => {
    const tab = await user.open(deployment.home);
    await signInHere(tab, "ada");
    await expect(tab).toHaveURL(deployment.account);

    await tab.goto(deployment.account.replace(/account$/, "server"));
    await expect(tab.getByRole("heading", { level: 1 })).toHaveText(
      "The server knows Ada Lovelace",
    );
  });
}
