import { SessionProvider, useSession, useSessionClient } from "@sojourn/react";
import "shared/look.css";
import { findUser } from "shared/users";
import { createRoot } from "react-dom/client";

const ada = findUser("ada", "lovelace");
const grace = findUser("grace", "hopper");

/** One session, and what changes it: the client of the nearest provider, for `signIn` is the page's first one's. */
function Desk({ name }: { name: string }) {
  const { data: session, status, update } = useSession();
  const client = useSessionClient();

  return (
    <section className="page" aria-label={name}>
      <h2>{name}</h2>
      <p role="status">{session?.user?.name ?? status}</p>
      <p className="buttons">
        {[ada, grace].map((user) => (
          <button
            key={user?.username}
            type="button"
            className="button"
            onClick={() => client.signIn("credentials", { ...user, redirect: false })}
          >
            Sign in as {user?.name}
          </button>
        ))}
        <button type="button" className="button" onClick={() => client.signIn("openid")}>
          Sign in with OpenID
        </button>
        <button type="button" className="button" onClick={() => update({ name: "Countess Ada" })}>
          Become a countess
        </button>
        <button
          type="button"
          className="button"
          onClick={() => client.signOut({ redirect: false })}
        >
          Sign out
        </button>
      </p>
    </section>
  );
}

createRoot(document.body).render(
  <main>
    <SessionProvider basePath="/auth">
      <Desk name="Customer" />
    </SessionProvider>
    <SessionProvider basePath="/staff/auth">
      <Desk name="Staff" />
    </SessionProvider>
  </main>,
);
