import { people } from "../people.ts";
import { escapeHtml, htmlPage } from "./html.ts";

const toldParameters = ["prompt", "login_hint"];

/** Who is there? A click answers: there are no passwords here. */
export function loginPage(parameters: Record<string, unknown>): string {
  const told = toldParameters
    .filter((name) => parameters[name])
    .map(
      (name) => `<p>The app says <code>${name}=${escapeHtml(String(parameters[name]))}</code></p>`,
    )
    .join("");
  const hint = parameters["login_hint"];
  const buttons = people.map(
    ({ username, name, email }) =>
      `<button name="account" value="${username}"${email === hint ? ' class="primary"' : ""}>${name}</button>`,
  );
  return htmlPage(
    "Who are you? · OpenID",
    `<h1>Who are you?</h1>
<p>This is the OpenID provider. Choose an account: it asks for no password.</p>
${told}
<form method="post"><div class="buttons">${buttons.join("")}
<button name="cancel" value="login">Cancel</button></div></form>`,
  );
}

/** What somebody sees who comes without an app. */
export function welcomePage(): string {
  return htmlPage(
    "OpenID",
    `<h1>The OpenID provider</h1>
<p>An app sends you here to find out who you are. Choose “Sign in with OpenID” there.</p>`,
  );
}

/** @param form what the button has to post; its id is the provider's */
export function logOutPage(form: string): string {
  return htmlPage(
    "Log out? · OpenID",
    `<h1>Log out of the provider?</h1>
<p>An app asks for it. Then the next sign-in asks who you are.</p>
${form}
<div class="buttons">
<button name="logout" value="yes" form="op.logoutForm" class="primary">Log out</button>
<button form="op.logoutForm">Stay</button></div>`,
  );
}

export function consentPage(): string {
  return htmlPage(
    "May the app know you? · OpenID",
    `<h1>May the app know you?</h1>
<p>It asks for your name and your email address.</p>
<form method="post"><div class="buttons">
<button name="allow" value="all" class="primary">Allow</button>
<button name="cancel" value="consent">Refuse</button></div></form>`,
  );
}
