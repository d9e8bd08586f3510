import { testsIn } from "./deployment.ts";
import { serveNext } from "./servers.ts";
import { testNext } from "./test-next.ts";
import { testDeployment } from "./test-deployment.ts";

const test = testsIn(async (env) => {
  const authPath = "/shop/v5/api/auth";
  // In Next, next-auth 5 calls itself so, whatever it is told.
  const host = "localhost";
  const { url, stop } = await serveNext({ basePath: "/shop", authPath, host, env });
  return { home: `${url}/shop`, account: `${url}/shop/account`, authUrl: url + authPath, stop };
});

testDeployment("under a Next basePath, with next-auth 5", test);
testNext(test);
