import { data } from "react-router";
import { readerContext } from "../session.server.ts";
import type { Route } from "./+types/server.ts";

export async function loader({ context }: Route.LoaderArgs) {
  const session = await context.get(readerContext).read();
  // The session could not be read. That does not say that nobody is signed in.
  if (session === undefined) throw data(null, 503);
  return { name: session ? (session.user.name ?? session.user.email) : "nobody" };
}

export default function FromTheServer({ loaderData }: Route.ComponentProps) {
  return (
    <>
      <h1>From the server</h1>
      <p className="lead" data-rendered-for>
        The server has rendered this for {loaderData.name}.
      </p>
      <p>
        The name comes from this route’s loader. The loader runs again when the session changes, in
        any tab.
      </p>
    </>
  );
}
