import type { Session } from "@sojourn/core";
import { ada, grace } from "../fixtures.ts";

// Later than any rule lets time pass.
const expires = "2099-01-01T00:00:00.000Z";

/** Ada's session, as a server renders it: a new object each time. */
export const adasSession = (): Session => ({ user: { ...ada.user }, expires });

/** Grace's. */
export const gracesSession = (): Session => ({ user: { ...grace.user }, expires });

/** What a component shows that nobody is signed in to. */
export const NOBODY: string = "unauthenticated null";
/** The same where it requires a session. */
export const WAITING: string = "loading null";
/** What it shows of Ada. */
export const ADA: string = `authenticated ${ada.user.name}`;
/** What it shows of Grace. */
export const GRACE: string = `authenticated ${grace.user.name}`;
