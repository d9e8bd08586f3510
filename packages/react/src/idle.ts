"use client";

import {
  createIdleTimer,
  type IdleOptions,
  type IdleSnapshot,
  type IdleTimer,
} from "@sojourn/core/idle";
import * as React from "react";
import { useSessionClient } from "./use-session-client.ts";

export type { IdleOptions, IdleSnapshot };

/**
 * Signs out a user who is away, in all tabs, and says what to show meanwhile. Use it once, in a
 * component that is on every page. Options that change start another timer, with the same last
 * activity.
 *
 * @throws Error outside of a `SessionProvider`
 * @throws TypeError if the options make no sense
 * @example
 * const idle = useIdle({ timeout: 15 * 60, warnBefore: 60 });
 * return idle.status === "warning" ? <button onClick={idle.stay}>{idle.secondsLeft}</button> : null;
 */
export function useIdle(options: IdleOptions): IdleSnapshot & Pick<IdleTimer, "stay"> {
  const client = useSessionClient();
  const { timeout, warnBefore, environment, ...others } = options;
  // Options are usually written in place, so they are new objects with each render. JSON would
  // change `Infinity` before it is refused.
  const key = JSON.stringify(others);
  const timer = React.useMemo(() => {
    const equal = JSON.parse(key) as typeof others;
    return createIdleTimer(client, { ...equal, timeout, warnBefore, environment });
  }, [client, key, timeout, warnBefore, environment]);
  const { subscribe, getSnapshot, stay } = timer;
  const snapshot = React.useSyncExternalStore(subscribe, getSnapshot, getSnapshot);
  return { ...snapshot, stay };
}
