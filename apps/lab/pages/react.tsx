import { SessionProvider, useSession, useSessionClient } from "@sojourn/react";
import { useLayoutEffect } from "react";
import { flushSync } from "react-dom";
import { createRoot } from "react-dom/client";
import { readOptions } from "./options.js";
import { show, sights } from "./sights.js";

const { refetchInterval, consumers = 0, isRendered } = readOptions();
const root = createRoot(document.body.appendChild(document.createElement("div")));

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

function draw(parts: Parts) {
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
  root.render(
    parts.provider && (
      <SessionProvider session={session} refetchInterval={refetchInterval}>
        {content}
      </SessionProvider>
    ),
  );
}

window.lab = {
  ...window.lab,
  sights,
  get renders() {
    return renders;
  },
  remount(part, times) {
    for (let round = 0; round < times; round += 1) {
      for (const isThere of [false, true]) {
        flushSync(() => draw({ provider: true, consumers: true, [part]: isThere }));
      }
    }
  },
  unmount() {
    flushSync(() => draw({ provider: false, consumers: false }));
  },
};
draw({ provider: true, consumers: true });
