"use client";

import type { RegisteredSession } from "@sojourn/core";
import type { SessionPromise } from "@sojourn/core/streaming";
import * as React from "react";
import { shared } from "../shared.ts";

/** The first promise of the nearest provider, if it streams its session. */
export type Streamed = SessionPromise<RegisteredSession> | undefined;

/** The context from which a suspending `useSession` gets the promise that it waits for. */
export const StreamContext: React.Context<Streamed> = (shared.stream ??=
  React.createContext<Streamed>(undefined));
