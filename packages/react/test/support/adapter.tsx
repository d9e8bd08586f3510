import { createSessionClient, type Session } from "@sojourn/core";
import {
  type AdapterUnderTest,
  type CircularApp,
  type ContractApp,
  type ContractConsumer,
  type MountedApp,
  type ServerPage,
  toLine,
} from "@sojourn/testing/adapter-contract";
import { act, render } from "@testing-library/react";
import * as React from "react";
import { renderToString } from "react-dom/server";
import { vi } from "vitest";
import * as browser from "../../src/index.ts";

const { SessionProvider, useSession, useSessionClient } = browser;

type Shown = Parameters<ContractConsumer["show"]>[0];

/** The hook's result has an `error` at all times; only what a test makes of its own may lack it. */
function whole(session: browser.UseSessionResult<boolean, unknown>): Shown {
  return session as Shown;
}

function Consumer({ options, show }: ContractConsumer): React.JSX.Element {
  // Options of a component's own, as it makes them in each rendering. There is an overload for each
  // of `select` and none; the contract gives the one or the other.
  const session = useSession({ ...options } as { select(): unknown });
  return <p>{show(whole(session), useSessionClient())}</p>;
}

function Page({ client, session, consumers }: ContractApp): React.JSX.Element {
  return (
    <SessionProvider client={client} session={session}>
      {consumers.map((consumer, index) => (
        <Consumer key={index} {...consumer} />
      ))}
    </SessionProvider>
  );
}

function Circle({ make, ...app }: CircularApp): React.JSX.Element {
  return <Page {...app} session={make(whole(useSession()))} />;
}

function CirclePage(app: CircularApp): React.JSX.Element {
  return (
    <SessionProvider client={app.source}>
      <Circle {...app} />
    </SessionProvider>
  );
}

const { window } = globalThis;

/** Makes this place a server, or a browser again. */
function setServer(isServer: boolean): void {
  Object.assign(globalThis, { window: isServer ? undefined : window });
}

/** The package as a server loads it: modules of their own. */
async function importOnServer(): Promise<typeof browser> {
  vi.resetModules();
  setServer(true);
  const server = await import("../../src/index.ts");
  setServer(false);
  return server;
}

const ownClient = createSessionClient<Session>();

function renderToHtml(server: typeof browser, page: ServerPage): string {
  const { session, hasOwnClient, consumers } = page;
  function ServerConsumer({ required = false }: { required?: boolean }): React.JSX.Element {
    return <p>{toLine(whole(server.useSession({ required })))}</p>;
  }
  const app = (
    <server.SessionProvider client={hasOwnClient ? ownClient : undefined} session={session}>
      {consumers.map((options, index) => (
        <ServerConsumer key={index} {...options} />
      ))}
    </server.SessionProvider>
  );
  setServer(true);
  try {
    return renderToString(app);
  } finally {
    setServer(false);
  }
}

/** React, as the adapter contract drives it. */
export function createAdapter(reactStrictMode: boolean): AdapterUnderTest {
  function mount(page: React.JSX.Element, hydrated?: string): MountedApp {
    const container = document.createElement("main");
    container.innerHTML = hydrated ?? "";
    document.body.append(container);
    const { unmount } = render(page, {
      container,
      reactStrictMode,
      hydrate: hydrated !== undefined,
      onRecoverableError: console.error,
    });
    return {
      texts: () => Array.from(container.children, ({ textContent }) => textContent),
      unmount() {
        unmount();
        container.remove();
      },
    };
  }

  let server: Promise<typeof browser> | undefined;

  return {
    mount: (app) => mount(<Page {...app} />),
    mountCircle: (app) => mount(<CirclePage {...app} />),
    settle: (work) => act(work),
    server: {
      render: async (page) => renderToHtml(await (server ??= importOnServer()), page),
      hydrate: (html, app) => mount(<Page {...app} />, html),
    },
  };
}
