import { useSession } from "@sojourn/react/streaming";
import { createFileRoute } from "@tanstack/react-router";
import { Suspense } from "react";

export const Route = createFileRoute("/streamed")({
  staticData: { streamsSession: true },
  component: Streamed,
});

function Streamed() {
  return (
    <>
      <h1>Streamed</h1>
      <p className="lead">This page does not wait for the session, which streams in after it.</p>
      <Suspense fallback={<p>One moment…</p>}>
        <Greeting />
      </Suspense>
    </>
  );
}

function Greeting() {
  const { data: session } = useSession({ suspense: true });
  return <p>Hello, {session?.user.name ?? "stranger"}.</p>;
}
