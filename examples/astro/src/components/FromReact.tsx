import { useSession } from "@sojourn/react";

export default function FromReact() {
  const { data: session, status } = useSession();
  const name = session?.user?.name ?? "nobody";
  return <p data-island="react">React: {status === "loading" ? "…" : name}</p>;
}
