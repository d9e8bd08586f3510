import { useSession } from "@sojourn/react";
import Link from "next/link";
import { DemoUsers, ThreeTabs } from "shared/components";
import { Page } from "../components/page";
import { tour } from "../components/tour";
import type { AppPage } from "../types/page";

const Home: AppPage = () => (
  <Page
    title="Sign in once. Every tab knows."
    lead="This is an ordinary Next app on an ordinary next-auth server. Only one import has changed."
  >
    <Tabs />
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
          <Link href="/auth/signin?callbackUrl=/">Sign in</Link> in one of them. The badge at the
          top changes in all three, with a single request.
        </li>
        <li>Sign out in another one. All three let go at once.</li>
        <li>
          Sign in as somebody else in the third. Nobody’s name stays behind on the wrong screen.
        </li>
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

/** A drawing of three tabs, in the state that yours are in. */
function Tabs() {
  const { data: session, status } = useSession();
  const says = {
    loading: "Checking…",
    authenticated: `Hello, ${session?.user.name?.split(" ")[0]}`,
    unauthenticated: "Who is there?",
  }[status];

  return <ThreeTabs status={status} says={says} />;
}

export default Home;
