import { createSessionClient } from "@sojourn/core";
import { SessionProvider, signIn, signOut, useSession } from "@sojourn/react";
import { createElement as h } from "react";
import { createRoot } from "react-dom/client";
import library from "./library/index.js";

function Account() {
  const { data, status } = useSession();
  const ada = { username: "ada", password: "lovelace", redirect: false };
  return h(
    "main",
    null,
    h("p", null, status === "loading" ? "One moment" : (data?.user?.name ?? "Nobody")),
    h(library.Badge),
    h("button", { id: "in", onClick: () => signIn("credentials", ada) }),
    h("button", { id: "out", onClick: () => signOut({ redirect: false }) }),
  );
}

const root = document.createElement("div");
document.body.append(root);
createRoot(root).render(h(SessionProvider, { client: createSessionClient() }, h(Account)));
