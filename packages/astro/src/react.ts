import { SessionProvider } from "@sojourn/react";
import { createElement, type ComponentType, type ReactElement } from "react";
import { getIslandSession } from "./island.ts";

/**
 * Wraps an island of React, so that it and all components in it have the session of the page:
 * `export default withSession(User)`. The island has the same props.
 */
export function withSession<P extends object>(
  Component: ComponentType<P>,
): (props: P) => ReactElement {
  function Island(props: P): ReactElement {
    const { client, rendered: session } = getIslandSession();
    return createElement(SessionProvider, { client, session }, createElement(Component, props));
  }
  Island.displayName = `withSession(${Component.displayName ?? Component.name})`;
  return Island;
}
