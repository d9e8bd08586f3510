"use client";

import { useSession } from "@sojourn/react/streaming";

export function Greeting() {
  const { data } = useSession({ suspense: true });
  return <p>Hello, {data?.user?.name ?? "stranger"}</p>;
}
