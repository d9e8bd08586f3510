"use client";

import { useSession } from "@sojourn/react";

export function Account() {
  const { data, status } = useSession();
  return <p>{data?.user?.name ?? `Account: ${status}`}</p>;
}
