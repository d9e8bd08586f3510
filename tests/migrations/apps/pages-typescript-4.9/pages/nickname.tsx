import { useSession } from "next-auth/react";
import { useState } from "react";

type Data = ReturnType<typeof useSession>["data"];

/** Writes to what it was given, as people do who have no place of their own for it. */
function withNickname(session: NonNullable<Data>, nickname: string): NonNullable<Data> {
  session.user = { ...session.user, name: nickname };
  session.user.email = `${nickname.toLowerCase()}@example.com`;
  return session;
}

export default function Nickname() {
  const { data } = useSession();
  const [nickname, setNickname] = useState("Countess");
  if (!data) return <h1>No name</h1>;

  const { user } = withNickname(data, nickname);
  return (
    <main>
      <h1>
        {user.name}, {user.email}, {user.role}
      </h1>
      <button onClick={() => setNickname("Enchantress")}>Another</button>
    </main>
  );
}
