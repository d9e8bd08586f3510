import { getProviders, getSession } from "@sojourn/react";
import { Loading } from "shared/components";
import type { Metadata } from "next";
import { headers } from "next/headers";
import { connection } from "next/server";
import { Suspense } from "react";
import { auth } from "../../auth";
import { Page } from "../../components/page";

export const metadata: Metadata = { title: "Asked on a server" };

const code = `
const session = await getSession({ headers: await headers() });
const providers = await getProviders();
`;

export default function AskedOnAServer() {
  return (
    <Page
      title="Asked on a server"
      lead="This is a server component. Next-auth’s auth() reads the cookie itself; Sojourn’s functions ask the server, with this user’s cookie and nothing else, and keep nothing for the next."
      code={code}
    >
      <Suspense fallback={<Loading>Asking…</Loading>}>
        <Answers />
      </Suspense>
    </Page>
  );
}

async function Answers() {
  // A link that is only in view asks nothing.
  await connection();
  const own = await auth();
  const session = await getSession({ headers: await headers() });
  const providers = Object.values((await getProviders()) ?? {});

  return (
    <dl className="facts">
      <dt>auth</dt>
      <dd>{own?.user.name ?? "nobody"}</dd>
      <dt>getSession</dt>
      <dd>{session?.user.name ?? "nobody"}</dd>
      <dt>getProviders</dt>
      <dd>{providers.map(({ name, id }) => `${name} (${id})`).join(", ") || "none"}</dd>
    </dl>
  );
}
