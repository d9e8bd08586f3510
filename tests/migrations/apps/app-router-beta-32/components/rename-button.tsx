"use client";

import type { SignedIn, UpdateSession } from "@/lib/session-types";

interface RenameButtonProps {
  data: SignedIn;
  update: UpdateSession;
}

export function RenameButton({ data, update }: RenameButtonProps) {
  const name = `${data.user?.name} II`;
  return <button onClick={() => update({ user: { name } })}>Call me {name}</button>;
}
