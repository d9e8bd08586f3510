import * as ours from "@sojourn/react";
import * as v4 from "next-auth/react";
import * as v5 from "next-auth5/react";
import { createRoot } from "react-dom/client";

const versions = { v4, v5 };
// An app of which one half has been moved, or has a library that brings a client of its own.
const theirs = versions[new URLSearchParams(location.search).get("peer") as keyof typeof versions];

function Ours() {
  const { data, status } = ours.useSession();
  return <p id="ours">{data?.user?.name ?? status}</p>;
}

function Theirs() {
  const { data, status } = theirs.useSession();
  return <p id="theirs">{data?.user?.name ?? status}</p>;
}

// Each declares a little else.
window.halves = { ours, theirs } as unknown as Window["halves"];
createRoot(document.body.appendChild(document.createElement("div"))).render(
  <theirs.SessionProvider>
    <ours.SessionProvider>
      <Ours />
      <Theirs />
    </ours.SessionProvider>
  </theirs.SessionProvider>,
);
