"use client";

import { useRouter } from "next/navigation";
import { useSession } from "next-auth/react";
import { useState, type FormEvent } from "react";

export function RenameForm() {
  const { data: session, update } = useSession();
  const [message, setMessage] = useState("");
  const router = useRouter();

  async function rename(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const name = String(new FormData(event.currentTarget).get("name"));
    const updated = await update({ name });
    setMessage(`Your name is ${updated?.user?.name ?? "not known"}`);
    router.refresh();
  }

  return (
    <form onSubmit={rename}>
      <label>
        Name <input name="name" defaultValue={session?.user?.name} />
      </label>
      <button>Rename</button>
      <output>{message}</output>
    </form>
  );
}
