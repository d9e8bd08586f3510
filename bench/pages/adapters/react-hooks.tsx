import { createContext, useContext, useSyncExternalStore } from "react";
import { flushSync } from "react-dom";
import { createRoot } from "react-dom/client";
import { offer, TEXT } from "./mount-list.ts";

/** A store that does nothing, in a context. */
const Context = createContext({ subscribe: () => () => {}, getSnapshot: () => TEXT });

const Plain = () => <li>{TEXT}</li>;

function Consumer() {
  const { subscribe, getSnapshot } = useContext(Context);
  return <li>{useSyncExternalStore(subscribe, getSnapshot)}</li>;
}

offer((container, count, session) => {
  const Item = session ? Consumer : Plain;
  const list = Array.from({ length: count }, (_, index) => <Item key={index} />);
  const root = createRoot(container);
  flushSync(() => root.render(<ul>{list}</ul>));
});
