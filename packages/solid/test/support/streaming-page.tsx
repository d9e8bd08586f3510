import type { Session, SessionClient } from "@sojourn/core";
import { type JSX, Suspense } from "solid-js";
import { SessionProvider, useSession } from "../../src/streaming.ts";

/** What the page of the test hands over. */
export type Given = Session | null | undefined | Promise<Session | null>;

function Plain(): JSX.Element {
  const session = useSession();
  return <p>{`plain ${session.status} ${session()?.user?.name}`}</p>;
}

function Known(): JSX.Element {
  const session = useSession({ suspense: true });
  return <p>{`known ${session.status} ${session()?.user?.name}`}</p>;
}

interface Props {
  client: SessionClient<Session>;
  session: Given;
}

/** A page with a component that shows "loading", and one that suspends. */
export function StreamingPage(props: Props): JSX.Element {
  return (
    <SessionProvider client={props.client} session={props.session}>
      <Plain />
      <Suspense fallback={<p>one moment</p>}>
        <Known />
      </Suspense>
    </SessionProvider>
  );
}
