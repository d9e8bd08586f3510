// signIn() with any arguments, for the tests of all ways in: no part of the example.

import { find } from "./find.ts";
import { client } from "./session.ts";

const said = { prompt: "login", login_hint: "ada@example.com" };

/** The shapes in which one may give authorization parameters. */
const shapes = {
  none: undefined,
  object: said,
  string: new URLSearchParams(said).toString(),
  pairs: Object.entries(said),
  URLSearchParams: new URLSearchParams(said),
};

const form = find<HTMLFormElement>("main form");
const verdict = find("main output");
const button = find<HTMLButtonElement>("button", form);

form.onsubmit = async (event) => {
  event.preventDefault();
  const given = [...new FormData(form)].filter(([, value]) => value !== "");
  const { provider, shape, stay, popup, ...options } = Object.fromEntries(given);
  verdict.textContent = "";
  button.disabled = true;
  try {
    const answer = await client.signIn(
      provider && String(provider),
      { ...options, redirect: !stay, ...(popup && { popup: true }) },
      shapes[shape as keyof typeof shapes],
    );
    verdict.textContent = JSON.stringify(answer ?? "undefined");
  } catch (error) {
    const { name, code } = error as Error & { code?: string };
    verdict.textContent = JSON.stringify({ thrown: name, code });
  }
  button.disabled = false;
};
