import { useSession } from "@sojourn/solid/streaming";
import { Suspense } from "solid-js";

function Greeting() {
  const session = useSession({ suspense: true });
  return <p class="lead">Hello, {session()?.user?.name ?? "stranger"}.</p>;
}

/** Its session streams in. */
export default function StreamedPage() {
  return (
    <>
      <h1>Streamed</h1>
      <Suspense fallback={<p class="lead">One moment …</p>}>
        <Greeting />
      </Suspense>
    </>
  );
}
