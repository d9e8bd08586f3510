import { useSession } from "@sojourn/react/streaming";
import { Suspense } from "react";

function Greeting() {
  const { data: session } = useSession({ suspense: true });
  return <p>{session ? `Hello, ${session.user.name ?? session.user.email}.` : "Hello."}</p>;
}

export default function Streamed() {
  return (
    <>
      <h1>A streamed session</h1>
      <p className="lead">
        The loader of this page does not wait for the session. The badge is “loading” in the HTML
        that comes first, and the session follows in the same response.
      </p>
      <Suspense fallback={<p>One moment…</p>}>
        <Greeting />
      </Suspense>
    </>
  );
}
