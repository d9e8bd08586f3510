import { expect, expectSignedIn, expectSignedOut, letTimePass, signInHere } from "shared/e2e";
import express from "express";
import { serve } from "provider-flows/listen";
import { openIdButton, vouchFor } from "provider-flows/sign-in-page";
import { pages } from "../server/pages.ts";
import { testsIn } from "./deployment.ts";
import { serveExpress } from "./servers.ts";
import { testDeployment, testSession } from "./test-deployment.ts";

/** Auth.js's default: thirty days. */
const SESSION_LIFE_MS = 30 * 24 * 60 * 60 * 1000;

/** Pages on 127.0.0.1, and an auth server at another port of `host`: another origin, at least. */
function awayFrom(host: "127.0.0.1" | "localhost") {
  return testsIn(async (env) => {
    const app = express();
    const { port, close } = await serve(app);
    const origin = `http://127.0.0.1:${port}`;
    const isCrossSite = host !== "127.0.0.1";
    const { url, stop } = await serveExpress(
      { ...env, APP_ORIGINS: origin, CROSS_SITE: String(isCrossSite) },
      host,
    );
    app.use(pages(url));
    return {
      home: `${origin}/`,
      account: `${origin}/account`,
      authUrl: `${url}/auth`,
      stop: () => Promise.all([close(), stop()]),
    };
  });
}

const atAnotherPort = awayFrom("127.0.0.1");
testDeployment("with an auth server at another port", atAnotherPort);

atAnotherPort("a wrong clock costs no request: the server's time is exposed", async ({ user }) => {
  await user.context.addInitScript((byMs) => {
    const { now } = Date;
    Date.now = () => now() + byMs;
  }, SESSION_LIFE_MS - 2000);
  const tab = await user.open("/");
  await signInHere(tab, "ada");
  await expect(tab).toHaveURL("/account");
  await expectSignedIn(tab, "Ada Lovelace");

  // By the page's own clock the session has two seconds left.
  expect(await user.countSessionRequests(() => letTimePass(3000))).toBe(0);
});

const test = awayFrom("localhost");

test.describe("with an auth server of another site", () => {
  testSession("with an auth server of another site", test);

  test("an OpenID provider can't lead back: what it needs to know is another site's", async ({
    user,
    deployment,
  }) => {
    const tab = await user.open(deployment.home);
    await openIdButton(tab).click();
    await vouchFor(tab, "Grace Hopper");

    await expect(tab).toHaveURL(`${deployment.authUrl}/error?error=Configuration`);
    await expectSignedOut(await user.open(deployment.home));
  });
});
