import { expect, markDocument } from "shared/e2e";
import { fillInCall, resultOf } from "./provider-flows-page.ts";
import type { ProviderFlowTest } from "./fixtures.ts";
import { callWithoutClick, expectUnmoved, pathsIn } from "./popup-window.ts";

export function testBlockedPopups(test: ProviderFlowTest): void {
  test("a popup that the browser blocks is a typed error, and nothing is asked", async ({
    user,
    app,
  }) => {
    const tab = await user.open("/provider-flows");
    await markDocument(tab);
    await fillInCall(tab, { provider: "openid", popup: true });
    const asked = pathsIn(user.context, app.authPath);
    await callWithoutClick(tab);

    expect(await resultOf(tab)).toEqual({ thrown: "SignInError", code: "popup-blocked" });
    expect(user.context.pages()).toEqual([tab]);
    expect(asked).toEqual([]);
    await expectUnmoved(tab);
  });
}
