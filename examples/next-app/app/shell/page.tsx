import type { Metadata } from "next";
import { Suspense } from "react";
import { Page } from "../../components/page";
import { Greeting } from "./greeting";
import { KnownGreeting } from "./known-greeting";

export const metadata: Metadata = { title: "In the static shell" };

const code = `
// app/layout.tsx: nobody waits for auth()
<SessionProvider session={auth()}>{children}</SessionProvider>

// "use client"
const { data: session, status } = useSession();
const { data: session } = useSession({ suspense: true });
`;

export default function InTheStaticShell() {
  return (
    <Page
      title="In the static shell"
      lead="Nothing on this page waits for a server: it is prerendered, and the session streams in. The first component is “loading” until then, the second one suspends."
      code={code}
    >
      <Greeting />
      <Suspense fallback={<p>One moment…</p>}>
        <KnownGreeting />
      </Suspense>
    </Page>
  );
}
