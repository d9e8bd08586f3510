import { getSession, type SessionContextValue } from "next-auth/react";
import { useState } from "react";

const words: Record<SessionContextValue["status"], string> = {
  authenticated: "signed in",
  loading: "on the way",
  unauthenticated: "a guest",
};

export default function Home() {
  const [answer, setAnswer] = useState("");

  async function ask() {
    const session = await getSession();
    setAnswer(session ? `${session.user.id}: ${session.user.role}` : words.unauthenticated);
  }

  return (
    <main>
      <h1>Home</h1>
      <button onClick={ask}>Who am I?</button>
      <output>{answer}</output>
    </main>
  );
}
