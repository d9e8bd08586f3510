import { useSession } from "next-auth/react";

/** @returns {string | undefined} undefined while it is not known */
export function useName() {
  const { data, status } = useSession();
  return status === "loading" ? undefined : (data?.user?.name ?? "nobody");
}
