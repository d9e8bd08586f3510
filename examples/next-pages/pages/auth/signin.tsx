import { useSession } from "@sojourn/react";
import { DemoUsers } from "shared/components";
import { SignInForms } from "shared/sign-in";
import Link from "next/link";
import { useRouter } from "next/router";
import { Page } from "../../components/page";
import type { AppPage } from "../../types/page";

const SignIn: AppPage = () => {
  const { data: session } = useSession();
  const { query, push } = useRouter();
  const callbackUrl = pathInThisApp(query.callbackUrl);
  const errorInUrl = typeof query.error === "string" ? query.error : null;

  return (
    <Page
      title={session ? `You are ${session.user.name ?? session.user.email}` : "Sign in"}
      lead={
        session ? (
          <>
            <Link href={callbackUrl}>Go on</Link>, or sign in as somebody else.
          </>
        ) : (
          "This page is the app’s own, built from what getProviders() returns."
        )
      }
    >
      <SignInForms callbackUrl={callbackUrl} error={errorInUrl} navigate={push} />
      <DemoUsers />
    </Page>
  );
};

/** Anybody can make a link to this page with any `callbackUrl` in it. */
function pathInThisApp(callbackUrl: string | string[] | undefined) {
  if (typeof callbackUrl !== "string" || !URL.canParse(callbackUrl, location.href)) return "/";
  const { origin, pathname, search, hash } = new URL(callbackUrl, location.href);
  return origin === location.origin ? pathname + search + hash : "/";
}

export default SignIn;
