import { createAsync, useLocation } from "@solidjs/router";
import { Show } from "solid-js";
import { UnreadSession } from "../components/unread-session.tsx";
import { getUser } from "../session.ts";

/** Only for those who are signed in. */
export default function ProtectedPage() {
  const { pathname, search } = useLocation();
  const answer = createAsync(() => getUser(pathname + search), { deferStream: true });
  return (
    <Show when={answer()}>
      {(it) => (
        <Show when={it().user} fallback={<UnreadSession />}>
          {(user) => (
            <>
              <h1>For your eyes, {user().name}</h1>
              <p class="lead">The server has checked it. It says that you are: {user().role}.</p>
            </>
          )}
        </Show>
      )}
    </Show>
  );
}
