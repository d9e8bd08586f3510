import { expect, expectSignedIn, expectSignedOut, fillIn, submitButton, test } from "shared/e2e";

test("a sign-in form that has the focus has its token before it is sent", async ({ user }) => {
  const tab = await user.open("/auth/signin?callbackUrl=/profile");
  await expectSignedOut(tab);
  const requests: string[] = [];
  tab.on("request", (request) => {
    const { pathname } = new URL(request.url());
    if (/^\/auth\/(csrf|providers|callback|session)/.test(pathname)) {
      requests.push(`${request.method()} ${pathname}`);
    }
  });
  const token = tab.waitForResponse("**/auth/csrf");
  await fillIn(tab, "ada");
  await token;
  expect(requests).toEqual(["GET /auth/csrf"]);

  await submitButton(tab).click();
  await expectSignedIn(tab, "Ada Lovelace");
  expect(requests.slice(1, 3)).toEqual(["POST /auth/callback/credentials", "GET /auth/session"]);
});
