import { testSession } from "shared/e2e";

testSession({
  name: "vanilla",
  others: ["/", "/plain.html"],
  publicPage: "/profile",
  landings: ["/profile"],
  hasRouter: false,
  rendersSession: false,
  refusedName: /^That wasn’t accepted/,
  failedName: /^That wasn’t accepted/,
});
