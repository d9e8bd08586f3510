import { createAsync, useLocation } from "@solidjs/router";
import { Show } from "solid-js";
import { getUser } from "../session.ts";

/** Only for those who are signed in. */
export default function ProtectedPage() {
  const { pathname, search } = useLocation();
  const user = createAsync(() => getUser(pathname + search), { deferStream: true });
  return (
    <Show when={user()}>
      {(it) => (
        <>
          <h1>For your eyes, {it().name}</h1>
          <p class="lead">The server has checked it. It says that you are: {it().role}.</p>
        </>
      )}
    </Show>
  );
}
