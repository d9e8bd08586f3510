import { useSession } from "@sojourn/react";
import { createFileRoute } from "@tanstack/react-router";
import { type FormEvent, useState } from "react";

export const Route = createFileRoute("/profile")({ component: Profile });

function Profile() {
  const { update } = useSession();
  const [note, setNote] = useState("");

  async function save(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const name = new FormData(event.currentTarget).get("name");
    const session = await update({ name }).catch(() => null);
    const isSaved = session?.user.name === name;
    setNote(isSaved ? "Saved. Look at your other tabs." : "That wasn’t accepted.");
  }

  return (
    <>
      <h1>Your profile</h1>
      <p className="lead">Change your name, with another tab in view. It follows within a blink.</p>
      <form method="post" className="form" onSubmit={save}>
        <label htmlFor="name">Name</label>
        <input id="name" name="name" autoComplete="name" />
        <button className="button primary">Save the name</button>
        <p className="form-note" role="status">
          {note}
        </p>
      </form>
    </>
  );
}
