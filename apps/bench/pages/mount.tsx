import { type ComponentType, type ReactNode, useLayoutEffect } from "react";
import { createRoot } from "react-dom/client";
import { readOptions } from "../../lab/pages/options.js";
import { show, sights } from "../../lab/pages/sights.js";

interface ProviderProps {
  children: ReactNode;
  refetchInterval?: number;
  session?: object | null;
}

/** A client, as its users import it. */
export interface Binding {
  SessionProvider: ComponentType<ProviderProps>;
  useSession(): { data?: { user?: { name?: string | null } } | null; status: string };
  getSession(): Promise<unknown>;
  signIn: unknown;
  signOut: unknown;
}

const { refetchInterval, consumers = 0, isRendered } = readOptions() as Record<string, number>;
const THIRTY_DAYS_MS = 30 * 24 * 3_600_000;

/** What a server would have rendered. */
function renderedSession(): object {
  const user = { id: "1", name: "Ada Lovelace", email: "ada@lab.test" };
  return { user, expires: new Date(Date.now() + THIRTY_DAYS_MS).toISOString() };
}

/** The same page for every client: one component that notes what it shows, and many that show it. */
export function mount({ SessionProvider, useSession, ...client }: Binding): void {
  let renders = 0;

  function Screen() {
    const { data, status } = useSession();
    useLayoutEffect(() => show(status, data?.user?.name));
    return null;
  }

  function Consumer() {
    const { data, status } = useSession();
    renders += 1;
    return <li>{data?.user?.name ?? status}</li>;
  }

  const app = (
    <SessionProvider
      {...(refetchInterval && { refetchInterval })}
      {...(isRendered && { session: renderedSession() })}
    >
      <Screen />
      <ul>
        {Array.from({ length: consumers }, (_, index) => (
          <Consumer key={index} />
        ))}
      </ul>
    </SessionProvider>
  );

  Object.assign(window, {
    lab: {
      sights,
      client,
      get renders() {
        return renders;
      },
    },
  });
  createRoot(document.body.appendChild(document.createElement("div"))).render(app);
}
