import { testsIn } from "./deployment.ts";
import { serveNext } from "./servers.ts";
import { testNext } from "./test-next.ts";
import { testDeployment } from "./test-deployment.ts";

const test = testsIn(async (env) => {
  const authPath = "/custom-route/api/auth";
  const { url, stop } = await serveNext({ authPath, env });
  return { home: `${url}/`, account: `${url}/account`, authUrl: url + authPath, stop };
});

testDeployment("with a custom auth route", test);
testNext(test);
