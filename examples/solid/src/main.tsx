import { SessionProvider } from "@sojourn/solid";
import { render } from "solid-js/web";
import { App } from "./app.tsx";

render(
  () => (
    <SessionProvider basePath="/auth">
      <App />
    </SessionProvider>
  ),
  document.body,
);
