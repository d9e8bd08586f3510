// From an ES module, where files of both kinds are told apart; Solid, Svelte and MSW are no other.
import { createSessionClient, type Session } from "@sojourn/core";
import { createMemoryWorld } from "@sojourn/core/memory";
import { SessionProvider, useSession } from "@sojourn/react";
import { createSessionWrapper } from "@sojourn/react/testing";
import * as solid from "@sojourn/solid";
import * as svelte from "@sojourn/svelte";
import { createAuthHandlers } from "@sojourn/testing/msw";

// @ts-expect-error: seconds are a number
createSessionClient({ refetchInterval: "60" });
// @ts-expect-error: these are functions
export const wrong: [string, string, string] = [createMemoryWorld, useSession, SessionProvider];
// @ts-expect-error: no such dialect
createSessionWrapper({ dialect: "v3" });
// @ts-expect-error: a date is text here
export const expires: number = (null as unknown as Session).expires;
// @ts-expect-error: a server, or nothing comes of it
createAuthHandlers();
// @ts-expect-error: these are functions
export const others: [string, string] = [solid.useSession, svelte.useSession];
