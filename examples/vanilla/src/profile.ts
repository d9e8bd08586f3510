import { find } from "./find.ts";
import { client } from "./session.ts";

const form = find<HTMLFormElement>("main form");

form.onsubmit = async (event) => {
  event.preventDefault();
  const name = String(new FormData(form).get("name"));
  const session = await client.update({ name }).catch(() => null);
  find("main [role=status]").textContent =
    session?.user?.name === name ? "Saved. Look at your other tabs." : "That wasn’t accepted.";
};
