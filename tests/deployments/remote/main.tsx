import { SessionProvider } from "@sojourn/react";
import "shared/look.css";
import { useState } from "react";
import { createRoot } from "react-dom/client";
import { Account } from "../components/account.tsx";
import { Frame } from "../components/frame.tsx";
import { Welcome } from "../components/welcome.tsx";

const authServer = document.querySelector<HTMLMetaElement>("meta[name=auth-server]")?.content;
// A path alone would be one of the auth server.
const accountUrl = new URL("/account", location.href).href;

function Pages() {
  const [url, setUrl] = useState(location.href);

  function navigate(next: string) {
    history.pushState(null, "", next);
    setUrl(next);
  }

  return url === accountUrl ? <Account /> : <Welcome accountUrl={accountUrl} navigate={navigate} />;
}

createRoot(document.body).render(
  <SessionProvider baseUrl={authServer} basePath="/auth">
    <Frame>
      <Pages />
    </Frame>
  </SessionProvider>,
);
