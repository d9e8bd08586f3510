import { SessionProvider } from "@sojourn/solid";
import { createComponent, type Component } from "solid-js";
import { getIslandSession } from "./island.ts";

/**
 * Wraps an island of Solid, so that it and all components in it have the session of the page:
 * `export default withSession(User)`. The island has the same props.
 */
export function withSession<P extends object>(Island: Component<P>): Component<P> {
  return (props) => {
    const { client, rendered: session } = getIslandSession();
    return createComponent(SessionProvider, {
      client,
      session,
      get children() {
        return createComponent(Island, props);
      },
    });
  };
}
