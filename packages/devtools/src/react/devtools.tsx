"use client";

import { SessionContext, useSessionClient } from "@sojourn/react";
import * as React from "react";
import { appendPanel } from "../panel/mount-panel.ts";
import type { ReadableClient } from "../registry.ts";

/** Props of `SojournDevtools`. */
export interface SojournDevtoolsProps {
  /** The client that the buttons act on. Default: that of the nearest `SessionProvider`. */
  client?: ReadableClient | undefined;
  /** The corner of the button. Default `"right"`. */
  position?: "left" | "right" | undefined;
}

/** Props of `SojournDevtoolsPanel`. */
export interface SojournDevtoolsPanelProps {
  /** The client that the buttons act on. Default: that of the nearest `SessionProvider`. */
  client?: ReadableClient | undefined;
  /** The colours. Default: as the system. */
  theme?: "light" | "dark" | undefined;
}

type Mount = (client: ReadableClient | undefined) => () => void;

function MountWith(props: { client?: ReadableClient | undefined; mount: Mount }): null {
  const { client, mount } = props;
  React.useEffect(() => mount(client), [client, mount]);
  return null;
}

function MountInProvider({ mount }: { mount: Mount }): React.JSX.Element {
  return <MountWith client={useSessionClient()} mount={mount} />;
}

/** Mounts for a client, or for that of the provider, if there is one. */
function MountForClient(props: {
  client: ReadableClient | undefined;
  mount: Mount;
}): React.JSX.Element {
  const { client, mount } = props;
  const isInProvider = !!React.useContext(SessionContext);
  if (!client && isInProvider) return <MountInProvider mount={mount} />;
  return <MountWith client={client} mount={mount} />;
}

/** {@link SojournDevtools}, in development. */
export function SojournDevtools({ client, position }: SojournDevtoolsProps): React.JSX.Element {
  const mount = React.useCallback<Mount>(
    (found) => appendPanel(document.body, found, position && { position }),
    [position],
  );
  return <MountForClient client={client} mount={mount} />;
}

/** {@link SojournDevtoolsPanel}, in development. */
export function SojournDevtoolsPanel({
  client,
  theme,
}: SojournDevtoolsPanelProps): React.JSX.Element {
  const parent = React.useRef<HTMLDivElement>(null);
  const mount = React.useCallback<Mount>(
    (found) => {
      const attributes = { inline: "", ...(theme && { theme }) };
      return parent.current ? appendPanel(parent.current, found, attributes) : () => {};
    },
    [theme],
  );
  return (
    <div ref={parent} style={{ height: "100%" }}>
      <MountForClient client={client} mount={mount} />
    </div>
  );
}
