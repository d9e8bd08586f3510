import "shared/look.css";
import { createSessionClient } from "@sojourn/core";
import { withDevtools } from "@sojourn/devtools";

/** The client of the page, and what shows it. */
export const client = createSessionClient(withDevtools({ refetchInterval: 600 }));

const status = document.querySelector("[role=status]");

function show(): void {
  const { status: known, data, error } = client.getSnapshot();
  if (status) status.textContent = [known, data?.user?.name, error?.code].filter(Boolean).join(" ");
}

client.subscribe(show);
show();
document.querySelector("#sign-in")?.addEventListener("click", () => {
  void client.signIn("credentials", {
    username: "ada",
    password: "lovelace",
    redirect: false,
  });
});
