export { serveApp } from "./serve-app.ts";
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
  submitButton,
} from "./tab.ts";
export { expect, test, type VisitorOptions } from "./test.ts";
export type { Visitor } from "./visitor.ts";
