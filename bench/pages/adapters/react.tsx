import { SessionProvider, useSession } from "@sojourn/react";
import { flushSync } from "react-dom";
import { createRoot } from "react-dom/client";
import { offer, TEXT } from "./mount-list.ts";

const Plain = () => <li>{TEXT}</li>;

function Consumer() {
  const { data, status } = useSession();
  return <li>{data?.user?.name ?? status}</li>;
}

offer((container, count, session) => {
  const Item = session ? Consumer : Plain;
  const list = Array.from({ length: count }, (_, index) => <Item key={index} />);
  const root = createRoot(container);
  // The provider is there in both, and its client: what differs is what the components need.
  flushSync(() => root.render(<SessionProvider session={session ?? null}>{list}</SessionProvider>));
});
