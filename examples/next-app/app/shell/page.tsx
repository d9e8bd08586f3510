import type { Metadata } from "next";
import { Page } from "../../components/page";
import { Greeting } from "./greeting";

export const metadata: Metadata = { title: "In the static shell" };

const code = `
// app/layout.tsx
<SessionProvider>{children}</SessionProvider>

// "use client"
const { data: session, status } = useSession();
`;

export default function InTheStaticShell() {
  return (
    <Page
      title="In the static shell"
      lead="Nothing on this page waits for a server: the component below is prerendered without a session, and learns of yours in the browser."
      code={code}
    >
      <Greeting />
    </Page>
  );
}
