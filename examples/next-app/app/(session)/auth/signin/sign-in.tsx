"use client";

import { useSession } from "@sojourn/react";
import { SignInForms } from "shared/sign-in";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { type ReactNode, useSyncExternalStore } from "react";
import { Page } from "../../../../components/page";
import { PasskeyButton } from "../../../../components/passkey-button";

interface Props {
  callbackUrl: string | null;
  error: string | null;
  children: ReactNode;
}

export function SignIn({ callbackUrl, error, children }: Props) {
  const { data: session } = useSession();
  const router = useRouter();
  const target = pathInThisApp(callbackUrl, useOrigin());

  return (
    <Page
      title={session ? `You are ${session.user.name}` : "Sign in"}
      lead={
        session ? (
          <>
            <Link href={target}>Go on</Link>, or sign in as somebody else.
          </>
        ) : (
          "This page is the app’s own, built from what getProviders() returns."
        )
      }
    >
      <SignInForms
        callbackUrl={target}
        error={error}
        navigate={router.push}
        PasskeyButton={PasskeyButton}
      />
      {children}
    </Page>
  );
}

/** Only the browser knows for sure where it is. */
function useOrigin() {
  return useSyncExternalStore(
    () => () => {},
    () => location.origin,
    () => "http://localhost",
  );
}

/** Anybody can make a link to this page with any `callbackUrl` in it. */
function pathInThisApp(callbackUrl: string | null, own: string) {
  if (!callbackUrl || !URL.canParse(callbackUrl, own)) return "/";
  const { origin, pathname, search, hash } = new URL(callbackUrl, own);
  return origin === own ? pathname + search + hash : "/";
}
