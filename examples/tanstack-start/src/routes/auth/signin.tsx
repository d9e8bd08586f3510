import { toPathInApp } from "@sojourn/core/server";
import { createFileRoute, useRouter } from "@tanstack/react-router";
import { DemoUsers } from "shared/components";
import { SignInForms } from "shared/sign-in";

interface Search {
  callbackUrl?: string;
  error?: string;
}

const textOf = (value: unknown) => (value === undefined ? undefined : String(value));

export const Route = createFileRoute("/auth/signin")({
  validateSearch: ({ callbackUrl, error }: Record<string, unknown>): Search => ({
    callbackUrl: textOf(callbackUrl),
    error: textOf(error),
  }),
  component: SignIn,
});

function SignIn() {
  const { callbackUrl, error } = Route.useSearch();
  const router = useRouter();
  const toPath = (url: string | undefined) => toPathInApp(url, router.origin);

  return (
    <>
      <h1>Sign in</h1>
      <p className="lead">This page is the app’s own, built from what getProviders() returns.</p>
      <SignInForms
        callbackUrl={toPath(callbackUrl)}
        error={error ?? null}
        navigate={(url) => router.navigate({ href: toPath(url) })}
      />
      <DemoUsers />
    </>
  );
}
