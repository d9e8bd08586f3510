import { signIn, signOut, useSession } from "@sojourn/react";
import * as React from "react";

export function Account() {
  const { data, status, update } = useSession();
  const [answer, setAnswer] = React.useState("");
  const ada = { username: "ada", password: "lovelace", redirect: false };
  return (
    <>
      <p>{status === "loading" ? "One moment" : (data?.user?.name ?? "Nobody")}</p>
      <button onClick={async () => setAnswer(JSON.stringify(await signIn("credentials", ada)))}>
        Sign in
      </button>
      <button onClick={async () => setAnswer(JSON.stringify(await signOut({ redirect: false })))}>
        Sign out
      </button>
      <button onClick={() => update({ name: "Countess" })}>Rename</button>
      <output>{answer}</output>
    </>
  );
}
