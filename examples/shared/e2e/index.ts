export { serveApp } from "./serve-app.ts";
export { BRIEF_MAX_AGE_MS, serveDuringTests } from "./serve-during-tests.ts";
export { servedWith, testsServedWith } from "./served.ts";
export { testDevtools } from "./test-devtools.ts";
export { testExpiryOnTime } from "./session/expiry.ts";
export { testThreeTabs } from "./session/sign-in.ts";
export { testUpdateEverywhere } from "./session/update.ts";
export { testSession } from "./session/test-session.ts";
export {
  badge,
  expectSignedIn,
  expectSignedOut,
  fillIn,
  isSameDocument,
  letTimePass,
  markDocument,
  pathOf,
  signInHere,
  signOutHere,
  submitButton,
} from "./tab.ts";
export { expect, test, type UserOptions } from "./test.ts";
export { testRenders } from "./test-renders.ts";
export { User } from "./user.ts";
