import { DemoUsers, ThreeTabs as Drawing } from "shared/components";
import Link from "next/link";
import { Page } from "../components/page";
import { ThreeTabs } from "../components/three-tabs";
import { tour } from "../components/tour";
import { WithSession } from "../components/with-session";

const code = `
// In a server component, inside of <Suspense>
<SessionFromServer session={await auth()}>

// "use client"
<SessionProvider client={useSessionClient()} session={session}>
`;

export default function Home() {
  return (
    <Page
      title="Sign in once. Every tab knows."
      lead="This is a Next app with the App Router, on an Auth.js v5 server. The page is a static shell; the session is streamed into it, so the browser asks for none."
      code={code}
    >
      <WithSession fallback={<Drawing status="loading" says="Checking…" />}>
        <ThreeTabs />
      </WithSession>
      <section aria-labelledby="try">
        <h2 id="try">Try it</h2>
        <ol className="steps">
          <li>
            Open this page in two more tabs, side by side if you can:{" "}
            <a href="/" target="_blank">
              here is another
            </a>
            .
          </li>
          <li>
            <Link href="/actions">Sign in by a server action</Link> in one of them. No page is
            loaded, and the badge at the top changes in all three.
          </li>
          <li>Sign out in another one. All three let go at once.</li>
        </ol>
      </section>
      <DemoUsers />
      <section aria-labelledby="around">
        <h2 id="around">Then look around</h2>
        <ul className="cards">
          {tour
            .flatMap(({ stops }) => stops)
            .filter(({ href }) => href !== "/")
            .map(({ href, title, about }) => (
              <li key={href} className="card">
                <Link href={href}>{title}</Link>
                <p>{about}</p>
              </li>
            ))}
        </ul>
      </section>
    </Page>
  );
}
