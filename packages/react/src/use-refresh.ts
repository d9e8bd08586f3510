"use client";

import type { RegisteredSession } from "@sojourn/core";
import { createRefresher, type RefreshOptions } from "@sojourn/core/refresh";
import * as React from "react";
import { useSessionSource } from "./session-context.ts";

/** Props of `RefreshOnChange`. Later changes of them have no effect. */
export type RefreshOnChangeProps = RefreshOptions<RegisteredSession>;

const neverChanges = () => () => {};

/** Calls `refresh` when the session is not the one for which the server has rendered the page. */
export function useRefresh(refresh: () => unknown, options: RefreshOnChangeProps): void {
  const { client, rendered } = useSessionSource();
  const isHydrating = React.useSyncExternalStore(
    neverChanges,
    () => false,
    () => true,
  );
  const [props] = React.useState({ rendered: isHydrating ? rendered : undefined, ...options });
  // React keeps it when it hides the component and runs the effect again.
  const refresher = React.useMemo(() => createRefresher(client, props), [client, props]);

  React.useEffect(() => refresher.start(refresh), [refresher, refresh]);
}
