import type { Session } from "next-auth";
import { useSession } from "next-auth/react";
import { useState } from "react";
import { api, type RouterOutputs } from "~/utils/api";

type Note = RouterOutputs["notes"]["list"][number];

/** What is shown of whoever writes. */
const nameOf = (session: Session) => session.user.name ?? session.user.id;

export function Notes() {
  const [text, setText] = useState("");
  const { data: session } = useSession({ required: true });
  const utils = api.useUtils();
  const notes = api.notes.list.useQuery(undefined, { enabled: !!session });
  const add = api.notes.add.useMutation({
    async onSuccess() {
      setText("");
      await utils.notes.list.invalidate();
    },
  });
  if (!session) return <p>Loading …</p>;
  return (
    <section>
      <h2>Notes of {nameOf(session)}</h2>
      <ul>
        {notes.data?.map((note: Note) => (
          <li key={note}>{note}</li>
        ))}
      </ul>
      <input aria-label="Note" value={text} onChange={(event) => setText(event.target.value)} />
      <button onClick={() => add.mutate({ text })}>Add</button>
    </section>
  );
}
