"use client";

import { useSession } from "@sojourn/react";

export function Greeting() {
  const { data: session, status } = useSession();

  return (
    <p className="form-note" role="status" data-status={status}>
      {status === "loading" && "Who may that be?"}
      {status === "authenticated" && `Hello, ${session.user.name}.`}
      {status === "unauthenticated" && "Hello, whoever you are."}
    </p>
  );
}
