import { createSessionClient } from "@sojourn/core";
import { render } from "preact";
import { App } from "./app.tsx";
import { SessionProvider } from "./session.tsx";

const client = createSessionClient({ basePath: "/auth" });

render(
  <SessionProvider client={client}>
    <App />
  </SessionProvider>,
  document.body,
);
