import type { Exchange } from "../exchanges/exchange.ts";
import { createBrowser, fetchToken, type Browser, type SentRequest } from "./browser.ts";
import type { Target } from "./target.ts";

async function toRequest(
  exchange: Exchange,
  browser: Browser,
  target: Target,
): Promise<SentRequest> {
  const [method = ""] = exchange.request.split(" ");
  if (method !== "POST") return { method, headers: {} };
  const { fields = {}, isJson = false, asks = "both", token = "right" } = exchange;
  const csrfToken = await fetchToken(browser, target.authUrl);
  if (token === "without its cookie") {
    for (const name of browser.cookies.keys()) {
      if (name.endsWith("csrf-token")) browser.cookies.delete(name);
    }
  }
  const isAda = fields["username"] === "ada";
  const { username, password } = target.ada;
  const sent = {
    ...fields,
    ...(isAda && { username }),
    ...(isAda && fields["password"] !== "wrong" && { password }),
    ...(token !== "none" && { csrfToken: token === "wrong" ? "f".repeat(64) : csrfToken }),
    ...((asks === "both" || asks === "by field") && !exchange.request.endsWith(" session")
      ? { json: "true" }
      : {}),
  };
  const text = JSON.stringify(sent).replaceAll("<app>", target.origin);
  const form = new URLSearchParams(JSON.parse(text) as Record<string, string>);
  const type = isJson ? "application/json" : "application/x-www-form-urlencoded;charset=UTF-8";
  const hasHeader = asks === "both" || asks === "by header";
  const headers = {
    "Content-Type": type,
    Origin: exchange.origin ?? target.origin,
    ...(hasHeader && { "X-Auth-Return-Redirect": "1" }),
  };
  return { method, headers, body: isJson ? text : String(form) };
}

/** Has the user begin a sign-in elsewhere, and gives what the way back has to know. */
async function goElsewhere(
  { after }: Exchange,
  browser: Browser,
  target: Target,
): Promise<Record<string, string>> {
  if (!after) return {};
  const isMail = after.endsWith("mail");
  const fields = { callbackUrl: "<app>/welcome", ...(isMail && { email: "grace@example.com" }) };
  const begin = { request: "POST signin", fields };
  const init = await toRequest(begin, browser, target);
  const response = await browser.send(
    `${target.authUrl}/signin/${isMail ? "email" : "github"}`,
    init,
  );
  const { url } = (await response.json()) as { url: string };
  if (after === "a provider without cookies") browser.cookies.clear();
  const mail = isMail ? target.readMail().slice(target.authUrl.length + 1) : "";
  if (after === "a used mail") {
    await browser.send(`${target.authUrl}/${mail}`, { method: "GET", headers: {} });
    browser.cookies.clear();
  }
  return { "<state>": new URL(url).searchParams.get("state") ?? "", "<mail>": mail };
}

/** Plays an exchange with a browser of its own, and gives the answer. */
export async function play(exchange: Exchange, target: Target): Promise<Response> {
  const browser = createBrowser(target.send);
  const { by = "nobody", server } = exchange;
  if (by !== "nobody") await target.admit(browser, by);
  const known = await goElsewhere(exchange, browser, target);
  const init = await toRequest(exchange, browser, target);
  if (server) target.damage(server);
  let [, endpoint = ""] = exchange.request.split(" ");
  for (const [name, value] of Object.entries({ ...known, "<app>": target.origin })) {
    endpoint = endpoint.replaceAll(name, value);
  }
  return browser.send(`${target.authUrl}/${endpoint}`, init);
}
