import { signOut, useSession } from "@sojourn/react";
import { useRouter } from "next/router";
import { Page } from "../../components/page";
import type { AppPage } from "../../types/page";

const code = `
const { url } = await signOut({ redirect: false, callbackUrl: "/server" });
router.push(url);
`;

const SignOut: AppPage = () => {
  const { data: session } = useSession();
  const router = useRouter();

  async function signOutInPlace() {
    const { url } = await signOut({ redirect: false, callbackUrl: "/server" });
    await router.push(url);
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
};

export default SignOut;
