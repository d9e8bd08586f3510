import { find } from "../find.ts";
import { client } from "../session.ts";

const LIMIT_MS = 5000;

async function fetchEndSessionUrl(): Promise<string> {
  try {
    const response = await fetch("/end-session-url", { signal: AbortSignal.timeout(LIMIT_MS) });
    const { url } = (await response.json()) as { url?: string | null };
    return (response.ok && url) || "/";
  } catch {
    // Then the user signs out of the app alone.
    return "/";
  }
}

async function logOutAtProvider(): Promise<void> {
  // Only now does the server know the ID token: the sign-out removes it.
  const url = await fetchEndSessionUrl();
  await client.signOut({ redirect: false });
  location.assign(url);
}

const form = find<HTMLFormElement>("#provider-log-out");

form.onsubmit = async (event) => {
  event.preventDefault();
  const alert = find("[role=alert]", form);
  alert.textContent = "";
  await logOutAtProvider().catch(() => {
    alert.textContent = "That did not work. You may still be signed in.";
  });
};
