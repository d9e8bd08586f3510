import { useSession } from "@sojourn/solid";
import { revalidate } from "@solidjs/router";
import { HttpStatusCode } from "@solidjs/start";
import { getUser } from "../session.ts";

/** In place of a protected page whose session the server could not read. */
export function UnreadSession() {
  // When the browser knows that nobody is signed in, the query leads to the sign-in page.
  useSession({ required: true, onUnauthenticated: () => void revalidate(getUser.key) });
  return (
    <>
      <HttpStatusCode code={503} />
      <h1>One moment</h1>
      <p class="lead">The server could not read your session.</p>
    </>
  );
}
