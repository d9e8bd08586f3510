"use client";

import { redirect } from "next/navigation";
import { useSession } from "next-auth/react";

/** The session of a page that is for users only. */
export function useRequiredSession() {
  return useSession({
    required: true,
    onUnauthenticated() {
      redirect("/signin");
    },
  });
}
