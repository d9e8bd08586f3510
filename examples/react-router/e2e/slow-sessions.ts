import { setTimeout as delay } from "node:timers/promises";

// Node runs this before the server. Reading a session takes as long as with a slow database.
const DELAY_MS = 1500;
const decrypt = crypto.subtle.decrypt.bind(crypto.subtle);
crypto.subtle.decrypt = async (...parameters) => {
  await delay(DELAY_MS);
  return decrypt(...parameters);
};
