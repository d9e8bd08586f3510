import { getSession, SessionProvider, signIn, signOut, useSession } from "next-auth5/react";
import { useLayoutEffect } from "react";
import { createRoot } from "react-dom/client";
import { show, shown } from "./shown.js";

function Screen() {
  const { data, status } = useSession();
  useLayoutEffect(() => show(status, data?.user?.name));
  return null;
}

window.lab = { shown, client: { getSession, signIn, signOut } } as unknown as Window["lab"];
createRoot(document.body.appendChild(document.createElement("div"))).render(
  <SessionProvider>
    <Screen />
  </SessionProvider>,
);
