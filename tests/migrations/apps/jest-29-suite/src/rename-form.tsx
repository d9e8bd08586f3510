import { useSession } from "next-auth/react";
import { useState } from "react";

export function RenameForm() {
  const { data: session, update } = useSession({ required: true });
  const [name, setName] = useState("");
  if (!session) return null;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void update({ name });
      }}
    >
      <p>You are called {session.user.name}</p>
      <input aria-label="New name" value={name} onChange={(event) => setName(event.target.value)} />
      <button>Rename</button>
    </form>
  );
}
