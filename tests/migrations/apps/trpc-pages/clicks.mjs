/** @param {import("../../try/clicks/visit.ts").Visit} visit */
export default async function clicks({ open, step, requests }) {
  const page = await open("/");
  const press = (name) => page.getByRole("button", { name, exact: true }).click();

  await step("shows a public query", () => page.getByText("Hello from tRPC").waitFor());
  await step("shows that nobody is signed in", () => page.getByText("Nobody yet").waitFor());
  await step("does not ask for the secret", () => {
    if (requests("trpc/secret") > 0) throw new Error("it was asked for");
  });
  await step("goes to the sign-in page", async () => {
    await press("Sign in");
    await page.waitForURL("**/api/auth/signin?**");
  });
  await step("signs in", async () => {
    await page.getByLabel("Name").fill("ada");
    await page.getByLabel("Password").fill("lovelace");
    await page.getByRole("button", { name: "Sign in with Credentials" }).click();
    await page.getByText("Logged in as Ada").waitFor();
  });
  await step("shows the secret", () => page.getByText("The secret of user 1").waitFor());
  await step("goes to the notes", async () => {
    await page.getByRole("link", { name: "Notes" }).click();
    await page.getByText("Notes of Ada").waitFor();
  });
  await step("adds a note", async () => {
    await page.getByLabel("Note").fill("Engine");
    await press("Add");
    await page.getByRole("listitem").first().waitFor();
  });
  const other = await open("/notes");
  await step("shows the note in another tab", async () => {
    await other.getByRole("listitem").first().waitFor();
    await other.close();
  });
  await step("signs out", async () => {
    await page.goBack();
    await press("Sign out");
    await page.getByText("Nobody yet").waitFor();
  });
  await step("sends who is signed out to the sign-in page", async () => {
    await page.getByRole("link", { name: "Notes" }).click();
    await page.getByLabel("Password").waitFor();
  });
  await step("asks for the session at most twelve times", () => {
    const count = requests("/api/auth/session");
    if (count > 12) throw new Error(`${count} requests`);
  });
}
