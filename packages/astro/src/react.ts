import { SessionProvider } from "@sojourn/react";
import * as React from "react";
import { getIslandSession } from "./island.ts";

/**
 * Wraps an island of React, so that it and all components in it have the session of the page:
 * `export default withSession(User)`. The island has the same props.
 */
export function withSession<P extends object>(
  Component: React.ComponentType<P>,
): (props: P) => React.JSX.Element {
  function Island(props: P): React.JSX.Element {
    const { client, rendered: session } = getIslandSession();
    const island = React.createElement(Component, props);
    return React.createElement(SessionProvider, { client, session }, island);
  }
  Island.displayName = `withSession(${Component.displayName ?? Component.name})`;
  return Island;
}
