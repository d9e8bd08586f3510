import { useRouter } from "next/router";
import { getProviders, signIn } from "next-auth/react";
import { useEffect, useState } from "react";

export default function SignIn({ providers: built }) {
  const { push } = useRouter();
  const [providers, setProviders] = useState(built);
  const [complaint, setComplaint] = useState("");

  // A build has no server that could be asked.
  useEffect(() => {
    if (!built) getProviders().then(setProviders);
  }, [built]);

  async function enter(event) {
    event.preventDefault();
    const { username, password } = Object.fromEntries(new FormData(event.currentTarget));
    const { error } = await signIn("credentials", { username, password, redirect: false });
    if (error) setComplaint("Who?");
    else push("/");
  }

  if (!providers) return <p>No way in yet</p>;
  return Object.values(providers).map(({ id, name, type }) =>
    type === "credentials" ? (
      <form key={id} onSubmit={enter}>
        <input name="username" aria-label="Name" />
        <input name="password" aria-label="Password" type="password" />
        <button>Enter by {name}</button>
        <p role="status">{complaint}</p>
      </form>
    ) : (
      <button key={id} onClick={() => signIn(id)}>
        Enter by {name}
      </button>
    ),
  );
}

export async function getStaticProps() {
  return { props: { providers: await getProviders() } };
}
