import { createSessionClient } from "@sojourn/core";
import { report, takeOrders } from "./remote.js";

/** @type {unknown[]} */
const received = [];
for (const name of ["sojourn:/api/auth", "next-auth"]) {
  new BroadcastChannel(name).onmessage = ({ data }) => received.push([name, data]);
}
addEventListener("storage", ({ key, newValue }) => received.push([key, newValue]));

void takeOrders({
  /** By hand: no other page is told. */
  async signIn() {
    const { csrfToken } = await (await fetch("/api/auth/csrf")).json();
    const account = { username: "ada", password: "lovelace", json: "true" };
    await fetch("/api/auth/callback/credentials", {
      method: "POST",
      headers: { "X-Auth-Return-Redirect": "1" },
      body: new URLSearchParams({ csrfToken, ...account }),
    });
    report("signedIn");
  },
  async signOut() {
    await createSessionClient().signOut({ redirect: false });
    report("signedOut");
  },
  prerender(url) {
    const script = document.createElement("script");
    script.type = "speculationrules";
    script.textContent = JSON.stringify({ prerender: [{ urls: [url], eagerness: "immediate" }] });
    document.head.append(script);
  },
  leave(url) {
    location.href = url;
  },
  look() {
    report("looked", { received, stored: { ...localStorage } });
  },
});
report("loaded");
