"use client";

import { signOut, useSession } from "@sojourn/react";
import { useRouter } from "next/navigation";
import { Page } from "../../../../components/page";

const code = `
const { url } = await signOut({ redirect: false, callbackUrl: "/server" });
router.push(url);
`;

export default function SignOut() {
  const { data: session } = useSession();
  const router = useRouter();

  async function signOutInPlace() {
    const { url } = await signOut({ redirect: false, callbackUrl: "/server" });
    router.push(url);
  }

  return (
    <Page
      title="Sign out, in two ways"
      lead={session ? `You are signed in as ${session.user.name}.` : "You are signed out already."}
      code={code}
    >
      <p className="buttons">
        <button className="button primary" type="button" onClick={signOutInPlace}>
          Sign out without a reload
        </button>
        <button
          className="button"
          type="button"
          onClick={() => signOut({ callbackUrl: "/server" })}
        >
          Sign out by a full page load
        </button>
      </p>
    </Page>
  );
}
