// From an ES module, where files of both kinds are told apart; Solid, Svelte and MSW are no other.
import { createSessionClient, type Session } from "@sojourn/core";
import { requestCookieAccess } from "@sojourn/core/embedded";
import { createMemoryWorld } from "@sojourn/core/memory";
import { keepSession } from "@sojourn/core/offline";
import { SessionProvider, useSession } from "@sojourn/react";
import { createSessionWrapper } from "@sojourn/react/testing";
import * as solid from "@sojourn/solid";
import * as svelte from "@sojourn/svelte";
import { createAuthHandlers } from "@sojourn/testing/msw";
import { known } from "./is-any.js";
import type { MySession } from "./register.js";

// The declarations of an ES module are others than those of CommonJS: each kind is told.
declare module "@sojourn/react" {
  interface Register {
    session: MySession;
  }
}

known(createSessionClient, "known");
known(requestCookieAccess, "known");
known(createMemoryWorld, "known");
known(keepSession, "known");
known(SessionProvider, "known");
known(useSession, "known");
known(createSessionWrapper, "known");
known(solid.useSession, "known");
known(solid.SessionProvider, "known");
known(svelte.useSession, "known");
known(svelte.setSessionClient, "known");
known(createAuthHandlers, "known");

// @ts-expect-error: seconds are a number
createSessionClient({ refetchInterval: "60" });
// @ts-expect-error: no such dialect
createSessionWrapper({ dialect: "v3" });
// @ts-expect-error: a server, or nothing comes of it
createAuthHandlers();
// @ts-expect-error: a date is text here
export const expires: number = (null as unknown as Session).expires;

export function role(): MySession["user"]["role"] | undefined {
  return useSession().data?.user.role;
}
