import type { Metadata } from "next";
import { Page } from "../../components/page";
import { SignOutAndGoOn } from "./sign-out-and-go-on";

export const metadata: Metadata = { title: "Rendered again" };

const code = `
// app/refresh/layout.tsx, in a server component
<SessionProvider session={await auth()}>
  <RefreshOnChange />
`;

export default function RenderedAgain() {
  return (
    <Page
      title="Rendered again"
      lead="The name below is the server’s: a server component has rendered it. Sign out in another tab, or change your name there. The server renders it again, once, and no page is loaded."
      code={code}
    >
      <SignOutAndGoOn />
    </Page>
  );
}
