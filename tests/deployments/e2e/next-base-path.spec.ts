import { testsIn } from "./deployment.ts";
import { serveNext } from "./servers.ts";
import { testNext } from "./test-next.ts";
import { testDeployment } from "./test-deployment.ts";

const test = testsIn(async (env) => {
  const authPath = "/shop/api/auth";
  const { url, stop } = await serveNext({ basePath: "/shop", authPath, env });
  return { home: `${url}/shop`, account: `${url}/shop/account`, authUrl: url + authPath, stop };
});

testDeployment("under a Next basePath", test);
testNext(test);
