// signIn() with any arguments, for the tests of all provider flows: no part of the example.

import { callByHand } from "common/by-hand";
import { find } from "./find.ts";
import { client } from "./session.ts";

const form = find<HTMLFormElement>("main form");
const verdict = find("main output");
const button = find<HTMLButtonElement>("button", form);

form.onsubmit = async (event) => {
  event.preventDefault();
  verdict.textContent = "";
  button.disabled = true;
  verdict.textContent = await callByHand(client.signIn, form);
  button.disabled = false;
};
