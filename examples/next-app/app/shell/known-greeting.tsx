"use client";

import { useSession } from "@sojourn/react/streaming";

/** Suspends until the session is there, and so is never "loading". */
export function KnownGreeting() {
  const { data: session } = useSession({ suspense: true });

  return <p data-testid="known">{session ? `You are ${session.user.name}.` : "You are nobody."}</p>;
}
