import { useState } from "react";
import { hasToken, whoami } from "../lib/whoami";

export default function Home() {
  const [answer, setAnswer] = useState();

  async function ask() {
    const [user, isReady] = await Promise.all([whoami(), hasToken()]);
    setAnswer(`${user ? user.email : "a guest"}, ${isReady ? "ready" : "not ready"}`);
  }

  return (
    <main>
      <button onClick={ask}>Who am I?</button>
      <output>{answer}</output>
    </main>
  );
}
