import type { Session } from "next-auth";
import { SessionProvider, signIn, signOut, useSession } from "next-auth/react";
import { price } from "./price";

const owner = { username: "ada", password: "lovelace" };

function List() {
  const { data: session, status } = useSession();
  if (status === "loading") return <p>Invoices: one moment</p>;
  if (!session) {
    return (
      <p>
        Invoices: of nobody{" "}
        <button onClick={() => signIn("credentials", { ...owner, redirect: false })}>
          Pay as Ada
        </button>
      </p>
    );
  }
  return (
    <p>
      Invoices: of {session.user?.name}, {price(1815)}{" "}
      <button onClick={() => signOut({ redirect: false })}>Leave</button>
    </p>
  );
}

export function Invoices(props: { session?: Session | null }) {
  return (
    <SessionProvider session={props.session}>
      <h2>Invoices</h2>
      <List />
    </SessionProvider>
  );
}
