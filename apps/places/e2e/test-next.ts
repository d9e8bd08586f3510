import { expect, signInHere } from "common/e2e";
import type { PlaceTest } from "./place.ts";

/** Registers what has to hold wherever the Next app is, for NEXTAUTH_URL tells its server. */
export function testNext(test: PlaceTest): void {
  test("getSession on the server asks where NEXTAUTH_URL says, path and all", async ({
    visitor,
    place,
  }) => {
    const tab = await visitor.open(place.home);
    await signInHere(tab, "ada");
    await expect(tab).toHaveURL(place.account);

    await tab.goto(place.account.replace(/account$/, "server"));
    await expect(tab.getByRole("heading", { level: 1 })).toHaveText(
      "The server knows Ada Lovelace",
    );
  });
}
