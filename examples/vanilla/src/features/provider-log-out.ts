import { find } from "../find.ts";
import { client } from "../session.ts";

async function logOutAtProvider(): Promise<void> {
  // Only now does the server know the ID token: the sign-out removes it.
  const response = await fetch("/end-session-url");
  if (!response.ok) throw new Error(`HTTP ${response.status}`);
  const { url } = (await response.json()) as { url: string | null };
  await client.signOut({ redirect: false });
  location.assign(url ?? "/");
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
