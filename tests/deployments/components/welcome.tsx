"use client";

import { SignInForms } from "shared/sign-in";

interface Props {
  /** The address of the account page. */
  accountUrl: string;
  /** The app's router. */
  navigate(url: string): unknown;
}

/** The first page of a deployment: every provider flow, and all of them lead to the account. */
export function Welcome({ accountUrl, navigate }: Props) {
  return (
    <article className="page">
      <h1>Welcome</h1>
      <SignInForms callbackUrl={accountUrl} error={null} navigate={navigate} />
    </article>
  );
}
