/** @param {import("../../try/clicks/visit.ts").Visit} visit */
export default async function clicks({ open, step, requests }) {
  const page = await open("/dashboard");
  const header = page.locator("header");
  const heading = (name) => page.getByRole("heading", { name });

  await step("sends a user who opens the dashboard to sign in", () => page.waitForURL("**/signin"));
  await step("shows them the sign-in page alone", async () => {
    await heading("Sign in").waitFor();
    await page.getByText("Loading the dashboard").waitFor({ state: "detached" });
    await heading("Dashboard").waitFor({ state: "detached" });
  });
  await step("sends a user who follows a link to sign in, too", async () => {
    await header.getByRole("link", { name: "Home" }).click();
    await heading("Hello, nobody").waitFor();
    await header.getByRole("link", { name: "Dashboard" }).click();
    await page.waitForURL("**/signin");
    await heading("Sign in").waitFor();
  });

  const enter = async (password) => {
    await page.getByLabel("User name").fill("ada");
    await page.getByLabel("Password").fill(password);
    await page.getByRole("button", { name: "Enter" }).click();
  };
  await step("refuses a wrong password", async () => {
    await enter("byron");
    await page.getByText("Wrong name or password").waitFor();
  });
  await step("signs in, and pushes the dashboard", async () => {
    await enter("lovelace");
    await page.waitForURL("**/dashboard");
    await page.getByText("ada@example.com").waitFor();
    await header.getByText("Signed in as Ada").waitFor();
  });

  await step("renders the session on the server", async () => {
    const html = await page.evaluate(async () => (await fetch("/")).text());
    if (!html.includes("Sign out")) throw new Error("the header does not know the session");
  });
  await step("does not ask for a rendered session", async () => {
    const before = requests("/api/auth/session");
    await page.reload();
    await page.getByText("ada@example.com").waitFor();
    await page.waitForTimeout(500);
    const count = requests("/api/auth/session") - before;
    if (count) throw new Error(`${count} requests`);
  });

  await step("updates the name", async () => {
    await page.getByLabel("Name").fill("Ada Lovelace");
    await page.getByRole("button", { name: "Rename" }).click();
    await header.getByText("Signed in as Ada Lovelace").waitFor();
  });
  // While next-auth updates, it says "loading", and so the dashboard takes the form away.
  await step("tells the form what the update gave", () =>
    page.getByText("Your name is Ada Lovelace").waitFor(),
  );
  await step("shows the new name after a page load", async () => {
    await page.reload();
    await header.getByText("Signed in as Ada Lovelace").waitFor();
  });

  const other = await open("/dashboard");
  await step("signs out, and goes home", async () => {
    await other.getByText("ada@example.com").waitFor();
    await header.getByRole("button", { name: "Sign out" }).click();
    await heading("Hello, nobody").waitFor();
    await header.getByText("Not signed in").waitFor();
  });
  await step("sends the other tab to sign in", async () => {
    await other.waitForURL("**/signin");
    await other.getByRole("heading", { name: "Sign in" }).waitFor();
  });
}
