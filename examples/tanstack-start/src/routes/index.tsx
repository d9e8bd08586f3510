import { createFileRoute } from "@tanstack/react-router";
import { DemoUsers } from "shared/components";

export const Route = createFileRoute("/")({ component: Home });

function Home() {
  return (
    <>
      <h1>Sign in once. Every tab knows.</h1>
      <p className="lead">
        This is a TanStack Start app with <code>@auth/core</code>. The server renders each page with
        the session of the request, so the browser asks for none.
      </p>
      <ol className="steps">
        <li>
          Open{" "}
          <a href="/" target="_blank">
            another tab
          </a>
          , and one more.
        </li>
        <li>Sign in. The badge at the top changes in all tabs, with a single request.</li>
        <li>Sign out in another tab. All let go at once.</li>
      </ol>
      <DemoUsers />
    </>
  );
}
