/** @param {import("../../try/clicks/visit.ts").Visit} visit */
export default async function clicks({ open, step, requests }) {
  const page = await open("/");
  const press = (name) => page.getByRole("button", { name, exact: true }).click();
  const visit = (name) => page.getByRole("link", { name }).click();

  async function enter(password) {
    await page.getByLabel("Name").fill("ada");
    await page.getByLabel("Password").fill(password);
    await press("Enter by Password");
  }

  await step("shows that nobody is signed in", () => page.getByText("Hello, nobody!").waitFor());
  await step("shows the ways in that the build did not know", async () => {
    await press("Sign in");
    await page.waitForURL("**/sign-in?**");
    await page.getByRole("button", { name: "Enter by Password" }).waitFor();
    await page.getByRole("button", { name: "Enter by GitHub" }).waitFor();
  });
  await step("does not know a user with a wrong password", async () => {
    await enter("byron");
    await page.getByText("Who?").waitFor();
  });
  await step("goes home after the sign-in", async () => {
    await enter("lovelace");
    await page.getByText("Hello, Ada!").waitFor();
    await page.waitForURL((url) => url.pathname === "/");
  });
  await step("asks by a CommonJS module", async () => {
    await press("Who am I?");
    await page.getByText("ada@example.com, ready").waitFor();
  });
  await step("shows the session in a page of MDX", async () => {
    await visit("guide");
    await page.getByText("Dear Ada").waitFor();
    await page.reload();
    await page.getByText("Dear Ada").waitFor();
  });
  await step("tells another tab of the sign-out", async () => {
    const other = await open("/guide");
    await other.getByText("Dear Ada").waitFor();
    await page.bringToFront();
    await press("Sign out");
    await page.getByText("Hello, nobody!").waitFor();
    await other.getByText("Dear reader").waitFor();
    await other.close();
  });
  await step("asks for the session at most fourteen times", () => {
    const count = requests("/api/auth/session");
    if (count > 14) throw new Error(`${count} requests`);
  });
}
