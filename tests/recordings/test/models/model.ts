import type { Exchange, TestUser } from "../../exchanges/exchange.ts";
import type { Browser } from "../../recorder/browser.ts";
import { play } from "../../recorder/play.ts";
import type { ServerName } from "../../recorder/servers.ts";
import type { Target } from "../../recorder/target.ts";

/** A model of a server, ready to be asked. */
export interface Model {
  readonly kind: "core" | "testing" | "simulation" | "lab";
  readonly name: string;
  /** The recorded server that it is a model of. */
  readonly like: ServerName;
  /** Whether it has cookies; without, it is a browser's jar and a server in one. */
  readonly hasCookies: boolean;
  /** Whether who asks for no JSON gets the page to which a redirect would lead, as from `fetch`. */
  readonly followsRedirects: boolean;
  /** Makes one that knows nothing yet. */
  create(): ModelTarget;
}

/** What of a target a model has of its own. */
export interface ModelTarget extends Pick<Target, "origin" | "authUrl" | "send" | "ada"> {
  /** Lets the time of all sessions pass. */
  passTime(): void;
  /** What to send in place of what the real servers are sent. */
  translate?(exchange: Exchange): Exchange;
}

/** What a model has nothing for. */
export class NotModelled extends Error {}

async function signIn(browser: Browser, target: ModelTarget): Promise<void> {
  const { authUrl, origin, ada } = target;
  const csrf = await browser.send(`${authUrl}/csrf`, { method: "GET", headers: {} });
  const { csrfToken } = csrf.ok
    ? ((await csrf.json()) as { csrfToken: string })
    : { csrfToken: "" };
  const headers = {
    "Content-Type": "application/x-www-form-urlencoded;charset=UTF-8",
    "X-Auth-Return-Redirect": "1",
  };
  const body = new URLSearchParams({ ...ada, csrfToken, callbackUrl: origin, json: "true" });
  const init = { method: "POST", headers, body: String(body) };
  await browser.send(`${authUrl}/callback/credentials`, init);
}

/**
 * Plays an exchange against a model.
 *
 * @throws NotModelled
 */
export async function playModel(model: Model, exchange: Exchange): Promise<Response> {
  const target = model.create();
  if (exchange.after) throw new NotModelled("ways back");
  const playable: Target = {
    ...target,
    async admit(browser: Browser, user: TestUser) {
      await signIn(browser, target);
      if (user === "late") target.passTime();
      if (user !== "forger") return;
      const name = [...browser.cookies.keys()].find((it) => it.endsWith("session-token"));
      if (!name) throw new NotModelled("cookies");
      browser.cookies.set(name, "forged");
    },
    damage(what) {
      throw new NotModelled(what);
    },
    readMail() {
      throw new NotModelled("mails");
    },
  };
  return play(target.translate?.(exchange) ?? exchange, playable);
}
