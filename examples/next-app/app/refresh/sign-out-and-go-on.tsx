"use client";

import { signOut } from "@sojourn/react";
import { useRouter } from "next/navigation";

/** Leaves for another page of the same layout, which Next would keep as it is. */
export function SignOutAndGoOn() {
  const router = useRouter();

  async function signOutAndGoOn() {
    await signOut({ redirect: false });
    router.push("/refresh/after");
  }

  return (
    <p className="buttons">
      <button className="button" type="button" onClick={signOutAndGoOn}>
        Go on without a user
      </button>
    </p>
  );
}
