"use client";

import { useSession } from "next-auth/react";
import { canEdit } from "@/lib/can-edit";

export function EditButton() {
  const { data: session, status } = useSession();
  if (status !== "authenticated") return null;
  return <button disabled={!canEdit(session)}>Edit</button>;
}
