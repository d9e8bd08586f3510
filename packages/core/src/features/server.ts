export type { AuthHandler } from "./server/ask-handler.ts";
export { cookieName } from "./server/cookie-name.ts";
export { createSessionReader, type SessionReader } from "./server/create-session-reader.ts";
export { isPageLoad } from "./server/is-page-load.ts";
export { isPrivate } from "./server/is-private.ts";
export { readSession, type ReadSessionOptions, type ServerSession } from "./server/read-session.ts";
export { reportFailedReads } from "./server/report-failed-reads.ts";
export { toPathInApp } from "./server/to-path-in-app.ts";
export { toSignIn } from "./server/to-sign-in.ts";
