"use client";

import { useSession } from "@sojourn/react";
import { ThreeTabs as Drawing } from "shared/components";

/** A drawing of three tabs, in the state that yours are in. */
export function ThreeTabs() {
  const { data: session, status } = useSession();
  const says = {
    loading: "Checking…",
    authenticated: `Hello, ${session?.user.name?.split(" ")[0]}`,
    unauthenticated: "Who is there?",
  }[status];

  return <Drawing status={status} says={says} />;
}
