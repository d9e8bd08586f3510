"use client";

import { useSession } from "@sojourn/react";
import { Loading } from "shared/components";

/** A page for those who are signed in. */
export function Account() {
  const { data: session, status, update } = useSession({ required: true });
  if (status === "loading") return <Loading />;

  return (
    <article className="page">
      <h1>Your account</h1>
      <p>It belongs to {session.user?.name}.</p>
      <button className="button" type="button" onClick={() => update({ name: "Countess Ada" })}>
        Become a countess
      </button>
    </article>
  );
}
