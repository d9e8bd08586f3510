import "shared/look.css";
import { Router } from "@solidjs/router";
import { FileRoutes } from "@solidjs/start/router";
import { Suspense } from "solid-js";
import { Layout } from "./components/layout.tsx";

export default function App() {
  return (
    <Router
      root={(props) => (
        <Suspense>
          <Layout>{props.children}</Layout>
        </Suspense>
      )}
    >
      <FileRoutes />
    </Router>
  );
}
