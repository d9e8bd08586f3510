import { signIn, signOut, useSession } from "@sojourn/react";

/** Who is signed in, as this tab knows it. */
export function SessionBadge() {
  const { data: session, status } = useSession();

  return (
    <div className="session">
      <p className="badge" role="status" data-status={status}>
        <span className="badge-dot" aria-hidden="true" />
        {status === "loading" && "Checking…"}
        {status === "unauthenticated" && "Signed out"}
        {status === "authenticated" && (
          <strong className="badge-name">{session.user.name ?? session.user.email}</strong>
        )}
      </p>
      {status === "authenticated" ? (
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
