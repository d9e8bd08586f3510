import { createSessionClient } from "@sojourn/core";
import { report, takeOrders } from "./remote.js";

/** @type {unknown[]} */
const heard = [];
for (const name of ["sojourn:/api/auth", "next-auth"]) {
  new BroadcastChannel(name).onmessage = ({ data }) => heard.push([name, data]);
}
addEventListener("storage", ({ key, newValue }) => heard.push([key, newValue]));

void takeOrders({
  /** By hand: no other page hears of it. */
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
    report("looked", { heard, stored: { ...localStorage } });
  },
});
report("loaded");
