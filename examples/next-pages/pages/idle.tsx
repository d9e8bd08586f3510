import { getSession } from "@sojourn/react";
import { Page } from "../components/page";
import { SessionClock } from "../components/session-clock";
import type { AppPage } from "../types/page";

const code = `
const { data: session, status } = useSession();

<button onClick={() => getSession()}>Ask the server now</button>
`;

const Idle: AppPage = () => (
  <Page
    title="Left to expire"
    lead="Nobody asks for the session here. When its time is up, this page says so by itself: no click, no reload, no name left on the screen."
    code={code}
  >
    <SessionClock />
    <p>
      <button className="button" type="button" onClick={() => getSession()}>
        Ask the server now
      </button>
    </p>
    <p className="note">
      The button calls <code>getSession()</code>: the session starts its life anew, in every tab. It
      lasts 30 days unless you say otherwise. Start the server with <code>SESSION_MAX_AGE=10</code>,
      sign in, and wait.
    </p>
  </Page>
);

export default Idle;
