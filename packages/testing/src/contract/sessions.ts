import type { Session } from "@sojourn/core";
import { ada, grace } from "../fixtures.ts";

// No rule lets that much time pass.
const expires = "2099-01-01T00:00:00.000Z";

/** Returns Ada's session, as a server renders it: a new object each time. */
export const adasSession = (): Session => ({ user: { ...ada.user }, expires });

/** Returns Grace's session. */
export const gracesSession = (): Session => ({ user: { ...grace.user }, expires });

/** What a component shows if nobody is signed in. */
export const NOBODY: string = "unauthenticated null";
/** What it shows then if it requires a session. */
export const WAITING: string = "loading null";
/** What it shows if Ada is signed in. */
export const ADA: string = `authenticated ${ada.user.name}`;
/** What it shows if Grace is signed in. */
export const GRACE: string = `authenticated ${grace.user.name}`;
