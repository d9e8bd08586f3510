// Runs a bundle in a page, signs in and out there, and prints what the page has shown.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { JSDOM } from "jsdom";

const [name] = process.argv.slice(2);
const code = readFileSync(join(import.meta.dirname, "built", name, "app.js"), "utf8");
const url = "http://localhost/";
const { window } = new JSDOM("<!doctype html><body></body>", { url, runScripts: "outside-only" });

const ada = { user: { name: "Ada Lovelace" }, expires: "2100-01-01T00:00:00.000Z" };
const answers = {
  "GET csrf": { csrfToken: "token" },
  "GET providers": { credentials: { id: "credentials", name: "Password", type: "credentials" } },
  "POST callback/credentials": { url },
  "POST signout": { url },
};
let session = null;
window.fetch = async (asked, { method = "GET" } = {}) => {
  const what = `${method} ${new URL(asked, url).pathname.replace("/api/auth/", "")}`;
  if (what === "POST callback/credentials") session = ada;
  if (what === "POST signout") session = null;
  return Response.json(what === "GET session" ? session : answers[what]);
};

const shown = [];
async function see(text) {
  const deadline = Date.now() + 3_000;
  // The app's own component and the library's have to agree.
  const read = () => {
    const [own, library] = ["p", "i"].map((it) => window.document.querySelector(it)?.textContent);
    return own === library ? own : `${own}, but the library says ${library}`;
  };
  while (read() !== text && Date.now() < deadline) await new Promise((go) => setTimeout(go, 5));
  shown.push(read());
}

window.eval(code);
await see("Nobody");
window.document.getElementById("in")?.click();
await see("Ada Lovelace");
window.document.getElementById("out")?.click();
await see("Nobody");

console.log(JSON.stringify(shown));
process.exit();
