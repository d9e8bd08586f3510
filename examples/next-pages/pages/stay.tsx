import { Page } from "../components/page";
import { SessionClock } from "../components/session-clock";
import type { AppPage } from "../types/page";

const code = `
Stay.refetchInterval = 2;

// _app.tsx
<SessionProvider refetchInterval={Component.refetchInterval}>
`;

const Stay: AppPage = () => (
  <Page
    title="Kept alive"
    lead="Each look at the session extends it. This page looks every two seconds, so the session outlives its maximum age for as long as the page is open. Ten tabs of it ask as often as one."
    code={code}
  >
    <SessionClock />
    <p className="note">
      To see more than a long countdown, start the server with <code>SESSION_MAX_AGE=10</code>.
    </p>
  </Page>
);

Stay.refetchInterval = 2;

export default Stay;
