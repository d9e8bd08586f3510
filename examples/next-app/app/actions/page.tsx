import { DemoUsers } from "shared/components";
import type { Metadata } from "next";
import { connection } from "next/server";
import { auth } from "../../auth";
import { Page } from "../../components/page";
import { signOutAndLeave, signOutAndStay } from "./actions";
import { SignInByAction } from "./sign-in-by-action";

export const metadata: Metadata = { title: "By server actions" };

const code = `
// actions.ts
"use server";

export async function signInAndStay(form: FormData) {
  await signIn("credentials", { …, redirect: false });
}

// In the form
await signInAndStay(form);
router.refresh();
`;

export default async function Actions() {
  await connection();
  const session = await auth();

  return (
    <Page
      title="By server actions"
      lead={
        session
          ? `The server knows you as ${session.user.name}. Both buttons are forms that call next-auth’s signOut on the server.`
          : "This form calls next-auth’s signIn on the server: no script of the page asks the auth endpoints. The layout is rendered anew, and every tab follows."
      }
      code={code}
    >
      {session ? (
        <div className="buttons">
          <form action={signOutAndStay}>
            <button className="button primary" type="submit">
              Sign out and stay
            </button>
          </form>
          <form action={signOutAndLeave}>
            <button className="button" type="submit">
              Sign out and leave
            </button>
          </form>
        </div>
      ) : (
        <SignInByAction />
      )}
      <DemoUsers />
    </Page>
  );
}
