import { useState } from "preact/hooks";
import { useSessionClient } from "../session.tsx";
import type { FormEvent } from "./form-event.ts";

/** `update()`, checked by the server. */
export function ProfilePage() {
  const client = useSessionClient();
  const [note, setNote] = useState("");

  async function save(event: FormEvent) {
    event.preventDefault();
    const name = String(new FormData(event.currentTarget).get("name"));
    const session = await client.update({ name }).catch(() => null);
    const isSaved = session?.user?.name === name;
    setNote(isSaved ? "Saved. Look at your other tabs." : "That wasn’t accepted.");
  }

  return (
    <>
      <h1>Your profile</h1>
      <p class="lead">Change your name, with another tab in view. It follows within a blink.</p>
      <form method="post" class="form" onSubmit={save}>
        <label for="name">Name</label>
        <input id="name" name="name" autocomplete="name" />
        <button class="button primary">Save the name</button>
        <p class="form-note" role="status">
          {note}
        </p>
      </form>
    </>
  );
}
