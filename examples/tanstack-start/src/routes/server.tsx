import { createFileRoute } from "@tanstack/react-router";
import { createServerFn } from "@tanstack/react-start";

/** Runs on the server, also if the loader runs in a browser. */
const getGreeting = createServerFn().handler(async ({ context }) => {
  const session = await context.readSession();
  if (session === undefined) return "The server could not read the session.";
  return `The server has rendered this for ${session?.user.name ?? "nobody"}.`;
});

export const Route = createFileRoute("/server")({
  loader: () => getGreeting(),
  component: FromTheServer,
});

function FromTheServer() {
  return (
    <>
      <h1>From the server</h1>
      <p className="lead">
        The loader of this page calls a server function. It runs again when the session changes, in
        any tab.
      </p>
      <p data-rendered-for>{Route.useLoaderData()}</p>
    </>
  );
}
