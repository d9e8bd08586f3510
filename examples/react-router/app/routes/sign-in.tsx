import { toPathInApp } from "@sojourn/core/server";
import { DemoUsers } from "shared/components";
import { SignInForms } from "shared/sign-in";
import { useNavigate } from "react-router";
import type { Route } from "./+types/sign-in.ts";

export function loader({ url }: Route.LoaderArgs) {
  const { searchParams } = url;
  return {
    callbackUrl: toPathInApp(searchParams.get("callbackUrl"), url),
    error: searchParams.get("error"),
  };
}

export default function SignIn({ loaderData }: Route.ComponentProps) {
  const { callbackUrl, error } = loaderData;
  const navigate = useNavigate();

  return (
    <>
      <h1>Sign in</h1>
      <p className="lead">This page is the app’s own, built from what getProviders() returns.</p>
      <SignInForms callbackUrl={callbackUrl} error={error} navigate={() => navigate(callbackUrl)} />
      <DemoUsers />
    </>
  );
}
