import { prepareSignIn, SessionProvider, useSession, useSessionClient } from "@sojourn/react";
import { useLayoutEffect } from "react";
import { flushSync } from "react-dom";
import { createRoot, hydrateRoot, type Root } from "react-dom/client";
import { renderToString } from "react-dom/server";
import { readOptions } from "./options.js";
import { show, shown } from "./shown.js";

const { refetchInterval, consumers = 0, isRendered, isHydrated } = readOptions();
const container = document.body.appendChild(document.createElement("div"));

const A_DAY_MS = 24 * 3_600_000;

/** What a server would have rendered for Ada. */
const session = isRendered
  ? {
      user: { id: "1", name: "Ada Lovelace", email: "ada@lab.test" },
      expires: new Date(Date.now() + A_DAY_MS).toISOString(),
    }
  : undefined;

/** Puts the session on screen, and the client where tests find it. */
function Screen() {
  const { data, status, error } = useSession();
  const client = useSessionClient();
  useLayoutEffect(() => {
    show(status, data?.user?.name, error?.message);
    window.lab.client = client;
  });
  return null;
}

let renders = 0;

function noteRender() {
  renders += 1;
}

function Consumer() {
  const { data, status } = useSession();
  noteRender();
  return <li>{data?.user?.name ?? status}</li>;
}

interface Parts {
  provider: boolean;
  consumers: boolean;
}

function build(parts: Parts) {
  const content = parts.consumers && (
    <>
      <Screen />
      <ul>
        {Array.from({ length: consumers }, (_, index) => (
          <Consumer key={index} />
        ))}
      </ul>
    </>
  );
  return (
    parts.provider && (
      <SessionProvider session={session} refetchInterval={refetchInterval}>
        {content}
      </SessionProvider>
    )
  );
}

const all: Parts = { provider: true, consumers: true };

/** Takes over what a server would have rendered, or draws it all. */
function start(): Root {
  if (!isHydrated) {
    const root = createRoot(container);
    root.render(build(all));
    return root;
  }
  container.innerHTML = renderToString(build(all));
  // These were the server's.
  renders = 0;
  return hydrateRoot(container, build(all));
}

window.lab = {
  ...window.lab,
  shown,
  prepareSignIn,
  get renders() {
    return renders;
  },
  remount(part, times) {
    for (let round = 0; round < times; round += 1) {
      for (const isThere of [false, true]) {
        flushSync(() => root.render(build({ ...all, [part]: isThere })));
      }
    }
  },
  unmount() {
    flushSync(() => root.render(build({ provider: false, consumers: false })));
  },
};
const root = start();
