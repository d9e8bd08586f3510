import { createSessionClient, type Session } from "@sojourn/core";
import * as contract from "@sojourn/testing/adapter-contract";
import { hydrate, render } from "preact";
import { renderToString } from "preact-render-to-string";
import { act } from "preact/test-utils";
import { test } from "vitest";
import { SessionProvider, useSession, useSessionClient } from "../src/session.tsx";

function Consumer({ options, show }: contract.ContractConsumer) {
  const client = useSessionClient();
  const { status, data, error } = useSession({ ...options });
  return <p>{show({ status, data, error, update: client.update }, client)}</p>;
}

function Page({ consumers, ...source }: contract.ContractApp) {
  const all = consumers.map((it, index) => <Consumer key={index} {...it} />);
  return <SessionProvider {...source}>{all}</SessionProvider>;
}

function mount(draw: typeof render, app: contract.ContractApp, html = ""): contract.MountedApp {
  const main = Object.assign(document.createElement("main"), { innerHTML: html });
  draw(<Page {...app} />, main);
  return {
    texts: () => Array.from(main.children, (it) => it.textContent),
    unmount: () => render(null, main),
  };
}

const ownClient = createSessionClient<Session>();

function renderOnServer({ session, hasOwnClient, consumers: all }: contract.ServerPage): string {
  const consumers = all.map((options) => ({ options, show: contract.toLine }));
  const client = hasOwnClient ? ownClient : createSessionClient({ session });
  return renderToString(<Page client={client} session={session} consumers={consumers} />);
}

const rules = contract.adapterContract({
  mount: (app) => mount(render, app),
  settle: act,
  server: { render: renderOnServer, hydrate: (html, app) => mount(hydrate, app, html) },
});
for (const { name, run } of rules) test(name, run);
