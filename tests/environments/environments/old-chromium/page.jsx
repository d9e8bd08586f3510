import { SessionProvider, signIn, signOut, useSession } from "@sojourn/react";
import { useState } from "react";
import { createRoot } from "react-dom/client";

function Account() {
  const { data, status, update } = useSession();
  const [answer, setAnswer] = useState("");
  const ada = { username: "ada", password: "lovelace", redirect: false };
  const enter = async (password) => {
    const { ok, error } = await signIn("credentials", { ...ada, password });
    setAnswer(ok ? "ok" : error);
  };
  return (
    <>
      <p id="who">{status === "loading" ? "One moment" : (data?.user?.name ?? "Nobody")}</p>
      <button onClick={() => enter("lovelace")}>Sign in</button>
      <button onClick={() => enter("wrong")}>Mistype</button>
      <button onClick={() => update({ name: "Countess" })}>Rename</button>
      <button onClick={() => signOut({ redirect: false })}>Sign out</button>
      <output>{answer}</output>
    </>
  );
}

createRoot(document.getElementById("root")).render(
  <SessionProvider refetchOnWindowFocus={false}>
    <Account />
  </SessionProvider>,
);
