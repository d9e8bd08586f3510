"use client";

import { useSession } from "next-auth/react";

export function Upgrade() {
  const { data: session, update } = useSession({ required: true });
  if (session?.user.plan !== "free") return null;
  return <button onClick={() => update({ plan: "paid" })}>Upgrade</button>;
}
