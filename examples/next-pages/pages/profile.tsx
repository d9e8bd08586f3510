import { useSession } from "@sojourn/react";
import { type FormEvent, useState } from "react";
import { Page } from "../components/page";
import type { AppPage } from "../types/page";

const code = `
const { data: session, update } = useSession();
const updated = await update({ name });
`;

type Saving = "idle" | "saving" | "saved" | "refused" | "failed";

const messages: Record<Saving, string> = {
  idle: "",
  saving: "Saving…",
  saved: "Saved. Look at your other tabs.",
  refused: "The server didn’t accept that: a name has 1 to 40 characters.",
  failed: "That didn’t get through. Please try again.",
};

const Profile: AppPage = () => {
  const { data: session, update } = useSession({ required: true });
  const [saving, setSaving] = useState<Saving>("idle");
  const isError = saving === "refused" || saving === "failed";

  async function save(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const name = String(new FormData(event.currentTarget).get("name")).trim();
    setSaving("saving");
    const updated = await update({ name }).catch(() => null);
    if (!updated) setSaving("failed");
    else setSaving(updated.user.name === name ? "saved" : "refused");
  }

  return (
    <Page
      title="Your profile"
      lead="Change your name, with another tab in view. It follows within a blink, without a moment of “Checking…”."
      code={code}
    >
      <form method="post" className="form" onSubmit={save}>
        <label htmlFor="name">Name</label>
        <input
          id="name"
          name="name"
          autoComplete="name"
          defaultValue={session?.user.name ?? ""}
          aria-invalid={isError}
          aria-describedby="saving"
        />
        <button className="button primary" type="submit" disabled={saving === "saving"}>
          Save the name
        </button>
        <p id="saving" className={isError ? "form-error" : "form-note"} role="status">
          {messages[saving]}
        </p>
      </form>
    </Page>
  );
};

Profile.auth = true;

export default Profile;
