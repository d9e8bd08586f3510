import { signIn, signOut, useSession } from "next-auth/react";
import { api } from "~/utils/api";

export function AuthShowcase() {
  const { data: sessionData } = useSession();
  const { data: secretMessage } = api.secret.useQuery(undefined, {
    enabled: sessionData?.user !== undefined,
  });

  return (
    <div>
      <p>
        {sessionData ? <span>Logged in as {sessionData.user?.name}</span> : <span>Nobody yet</span>}
        {secretMessage && <span> – {secretMessage}</span>}
      </p>
      <button onClick={sessionData ? () => void signOut() : () => void signIn()}>
        {sessionData ? "Sign out" : "Sign in"}
      </button>
    </div>
  );
}
