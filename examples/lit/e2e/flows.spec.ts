import { fileURLToPath } from "node:url";
import { testOpenIdReturn, testSignInPage, testsOf } from "provider-flows";
import { testThreeTabs, testUpdateEverywhere } from "shared/e2e";

const { onJwt } = testsOf({
  name: "lit",
  dialect: "v5",
  folder: fileURLToPath(new URL("..", import.meta.url)),
  command: () => ["server/start.ts"],
  authPath: "/auth",
});
const session = {
  name: "lit",
  others: ["/profile", "/"],
  hasRouter: false,
  rendersSession: false,
} as const;

testThreeTabs(onJwt, session);
testUpdateEverywhere(onJwt, session);
testOpenIdReturn(onJwt);
testSignInPage(onJwt);
