import { signIn, signOut, useSession } from "@sojourn/react";

/** Who is signed in, at the top of every page. */
export function SessionBadge() {
  const { data: session, status } = useSession();
  const name = session
    ? (session.user.name ?? session.user.email)
    : { loading: "Checking…", unauthenticated: "Signed out", authenticated: "" }[status];

  return (
    <div className="session">
      <p className="badge" role="status" data-status={status}>
        <span className="badge-dot" aria-hidden="true" />
        <strong className="badge-name">{name}</strong>
      </p>
      {session ? (
        <button className="button" type="button" onClick={() => signOut()}>
          Sign out
        </button>
      ) : (
        <button
          className="button primary"
          type="button"
          disabled={status === "loading"}
          onClick={() => signIn()}
        >
          Sign in
        </button>
      )}
    </div>
  );
}
