import { getSession } from "@sojourn/react";
import { headers } from "next/headers";

/** What a server component is told, by way of `NEXTAUTH_URL`. */
export default async function Server() {
  const session = await getSession({ headers: await headers() });

  return (
    <article className="page">
      <h1>The server knows {session?.user?.name ?? "nobody"}</h1>
    </article>
  );
}
