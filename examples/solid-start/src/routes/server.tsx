import { createAsync } from "@solidjs/router";
import { getGreeting } from "../session.ts";

/** What only the server says. It follows the session by RefreshOnChange. */
export default function ServerPage() {
  const greeting = createAsync(() => getGreeting(), { deferStream: true });
  return (
    <>
      <h1>From the server</h1>
      <p class="lead" data-rendered-for>
        {greeting()}
      </p>
    </>
  );
}
