import type { CircularApp, ContractApp, ContractConsumer } from "@sojourn/testing/adapter-contract";
import { For } from "solid-js";
import { SessionProvider, useSession, useSessionClient } from "../../src/index.ts";

function Consumer(props: { consumer: ContractConsumer }) {
  const { options } = props.consumer;
  // Without any, it shares the look of all others that have none.
  const session = useSession(Object.keys(options).length ? options : undefined);
  const client = useSessionClient();

  function render() {
    const { status, error, update } = session;
    return props.consumer.show({ status, data: session(), error, update }, client);
  }
  return <p>{render()}</p>;
}

/** A page with a component for each consumer. */
export function Page(props: ContractApp) {
  return (
    <SessionProvider client={props.client} session={props.session}>
      <For each={props.consumers}>{(consumer) => <Consumer consumer={consumer} />}</For>
    </SessionProvider>
  );
}

function Circle(props: CircularApp) {
  const session = useSession();

  function handOver() {
    const { status, error, update } = session;
    return props.make({ status, data: session(), error, update });
  }
  return <Page client={props.client} session={handOver()} consumers={props.consumers} />;
}

/** A page that hands over, in each rendering, what it makes of the session of another provider. */
export function CirclePage(props: CircularApp) {
  return (
    <SessionProvider client={props.source}>
      <Circle {...props} />
    </SessionProvider>
  );
}
