import type { RegisteredSession } from "@sojourn/core";
import { createRefresher, type RefreshOptions } from "@sojourn/core/refresh";
import { onCleanup, onMount, sharedConfig } from "solid-js";
import { useSessionContext } from "./session-provider.ts";

/** Props of `RefreshOnChange`. Later changes of `rendered` and `select` have no effect. */
export interface RefreshOnChangeProps extends RefreshOptions<RegisteredSession> {
  /** Runs the queries of the page again: `revalidate` of `@solidjs/router`. */
  readonly refresh: () => unknown;
}

/**
 * Calls `refresh` when the session is not the one for which the server has run the queries of the
 * page: once after a sign-in, a sign-out or an update, in any tab. Put it into the root layout,
 * inside of the provider. `refresh` is a prop, because a package that imports `@solidjs/router`
 * itself fails on Vite's development server.
 *
 * @throws Error outside of a `SessionProvider`
 * @see https://docs.solidjs.com/solid-router/reference/data-apis/revalidate
 */
export function RefreshOnChange(props: RefreshOnChangeProps): null {
  const { client, rendered } = useSessionContext();
  // A component that does not hydrate was not rendered by the server.
  const ownRendered = sharedConfig.context ? rendered : undefined;
  const { rendered: given = ownRendered, select } = props;
  const refresher = createRefresher(client, { rendered: given, select });
  // This never runs on a server.
  onMount(() => onCleanup(refresher.start(() => props.refresh())));
  return null;
}
