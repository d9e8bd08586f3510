import { createAsync } from "@solidjs/router";
import { Show } from "solid-js";
import { getUser } from "../session.ts";

/** Only for those who are signed in. */
export default function ProtectedPage() {
  const user = createAsync(() => getUser("/protected"), { deferStream: true });
  return (
    <Show when={user()}>
      {(it) => (
        <>
          <h1>For your eyes, {it().name}</h1>
          <p class="lead">The server has checked it: you are a user with the role {it().role}.</p>
        </>
      )}
    </Show>
  );
}
