import { type ClientSafeProvider, getProviders, signIn, useSession } from "@sojourn/react";
import { DemoUsers, Loading } from "common/components";
import Link from "next/link";
import { useRouter } from "next/router";
import { type FormEvent, useEffect, useState } from "react";
import { Page } from "../../components/page";
import type { AppPage } from "../../types/page";

const errors: Record<string, string> = {
  CredentialsSignin: "That username and password don’t belong together.",
  SessionRequired: "Please sign in to see that page.",
  unreachable: "The server can’t be reached. Please try again.",
};

const SignIn: AppPage = () => {
  const { data: session } = useSession();
  const { query } = useRouter();
  const callbackUrl = placeInThisApp(query.callbackUrl);
  const errorInUrl = typeof query.error === "string" ? query.error : null;

  return (
    <Page
      title={session ? `You are ${session.user.name}` : "Sign in"}
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
      <Providers callbackUrl={callbackUrl} errorInUrl={errorInUrl} />
      <DemoUsers />
    </Page>
  );
};

/** Anybody can make a link to this page with any `callbackUrl` in it. */
function placeInThisApp(callbackUrl: string | string[] | undefined) {
  if (typeof callbackUrl !== "string" || !URL.canParse(callbackUrl, location.href)) return "/";
  const { origin, pathname, search, hash } = new URL(callbackUrl, location.href);
  return origin === location.origin ? pathname + search + hash : "/";
}

interface FormProps {
  callbackUrl: string;
  errorInUrl: string | null;
}

function Providers(props: FormProps) {
  const [providers, setProviders] = useState<ClientSafeProvider[] | "loading" | "failed">(
    "loading",
  );

  useEffect(() => {
    getProviders()
      .then((found) => setProviders(found ? Object.values(found) : "failed"))
      .catch(() => setProviders("failed"));
  }, []);

  if (providers === "loading") return <Loading>Asking how one signs in here…</Loading>;
  if (providers === "failed") {
    return (
      <p className="form-error" role="alert">
        {errors.unreachable}
      </p>
    );
  }
  return providers.map((provider) =>
    provider.type === "credentials" ? (
      <CredentialsForm key={provider.id} provider={provider} {...props} />
    ) : (
      <button
        key={provider.id}
        className="button"
        type="button"
        onClick={() => signIn(provider.id, { callbackUrl: props.callbackUrl })}
      >
        Sign in with {provider.name}
      </button>
    ),
  );
}

function CredentialsForm({
  provider,
  callbackUrl,
  errorInUrl,
}: FormProps & { provider: ClientSafeProvider }) {
  const router = useRouter();
  const [outcome, setOutcome] = useState<string | null>();
  const [isSending, setIsSending] = useState(false);
  const error = outcome === undefined ? errorInUrl : outcome;

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const { username, password, redirect } = Object.fromEntries(new FormData(event.currentTarget));
    const isFullLoad = redirect === "on";
    setIsSending(true);
    setOutcome(null);

    try {
      const result = await signIn("credentials", {
        username,
        password,
        callbackUrl,
        redirect: isFullLoad,
      });
      if (isFullLoad) return; // The browser is on its way to another page.
      if (result?.ok && result.url) await router.push(result.url);
      else setOutcome(result?.error ?? "unreachable");
    } catch {
      setOutcome("unreachable");
    }
    setIsSending(false);
  }

  return (
    <form
      method="post"
      className="form"
      onSubmit={submit}
      aria-label={`Sign in with ${provider.name}`}
    >
      <p className="form-error" role="alert" data-code={error}>
        {error && (errors[error] ?? `Signing in failed (${error}).`)}
      </p>
      <label htmlFor="username">Username</label>
      <input
        id="username"
        name="username"
        autoComplete="username"
        autoCapitalize="none"
        required
        aria-invalid={error === "CredentialsSignin"}
      />
      <label htmlFor="password">Password</label>
      <input
        id="password"
        name="password"
        type="password"
        autoComplete="current-password"
        required
        aria-invalid={error === "CredentialsSignin"}
      />
      <label className="checkbox">
        <input type="checkbox" name="redirect" />
        Go there by a full page load
      </label>
      <button className="button primary" type="submit" disabled={isSending}>
        {isSending ? "Signing in…" : "Sign in"}
      </button>
    </form>
  );
}

export default SignIn;
