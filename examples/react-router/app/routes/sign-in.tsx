import { DemoUsers } from "shared/components";
import { SignInForms } from "shared/sign-in";
import { useNavigate } from "react-router";
import type { Route } from "./+types/sign-in.ts";

export function loader({ url }: Route.LoaderArgs) {
  const { searchParams, origin } = url;
  return {
    callbackUrl: pathInThisApp(searchParams.get("callbackUrl") ?? "/", origin),
    error: searchParams.get("error"),
  };
}

/** Anybody can make a link to this page with any `callbackUrl` in it. */
function pathInThisApp(callbackUrl: string, own: string): string {
  if (!URL.canParse(callbackUrl, own)) return "/";
  const { origin, pathname, search, hash } = new URL(callbackUrl, own);
  return origin === own ? pathname + search + hash : "/";
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
