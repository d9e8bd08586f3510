import { withSession } from "@sojourn/astro/react";
import { useSession } from "@sojourn/react";

function FromReact() {
  const { data: session, status } = useSession();
  const name = session?.user?.name ?? "nobody";
  return <p data-island="react">React: {status === "loading" ? "…" : name}</p>;
}

export default withSession(FromReact);
