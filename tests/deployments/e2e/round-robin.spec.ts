import { expect } from "shared/e2e";
import { freePort } from "../../../scripts/free-port.ts";
import { startNginx } from "./nginx.ts";
import { testsIn } from "./deployment.ts";
import { serveNext } from "./servers.ts";
import { startStandIn } from "./stand-in.ts";
import { testNext } from "./test-next.ts";
import { testDeployment } from "./test-deployment.ts";

const authPath = "/shop/api/auth";

const test = testsIn(async (env) => {
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const app = { basePath: "/shop", authPath, origin, env };
  const instances = [await serveNext(app), await serveNext(app)];
  const upstreams = instances.map(({ url }) => new URL(url).host);

  const nginx = await startNginx(port, upstreams);
  if (!nginx) console.log("There is no nginx, and apt has none: http-proxy-3 stands in for it.");
  const proxy = nginx ?? (await startStandIn(port, upstreams));
  console.log(`two instances behind ${proxy.name}`);
  return {
    home: `${origin}/shop`,
    account: `${origin}/shop/account`,
    authUrl: origin + authPath,
    stop: () => Promise.all([proxy, ...instances].map(({ stop }) => stop())),
  };
});

/** How many requests to the handlers each instance has answered. */
const answered = new Map<string, number>();

test.beforeEach(({ user }) => {
  user.context.on("response", (response) => {
    if (!response.url().includes(authPath)) return;
    const instance = response.headers()["x-served-by"] ?? "nobody";
    answered.set(instance, (answered.get(instance) ?? 0) + 1);
  });
});

test.afterAll(() => {
  const counts = [...answered.values()];
  console.log(`requests to the handlers, by instance: ${counts.join(" and ")}`);
  expect(counts, "one for each instance").toHaveLength(2);
});

testDeployment("behind a proxy with two instances in turn", test);
testNext(test);
