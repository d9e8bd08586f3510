import { client, onSessionCookie } from "./client.js";

/** Shows on the icon whether somebody is signed in. */
async function showOnIcon() {
  const session = await client.getSession();
  await chrome.action.setBadgeText({ text: session ? "●" : "" });
}

onSessionCookie(() => void showOnIcon());
void showOnIcon();
