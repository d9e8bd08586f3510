/** @param {import("../../try/clicks/visit.ts").Visit} visit */
export default async function clicks({ open, step, requests }) {
  const page = await open("/");
  const press = (name) => page.getByRole("button", { name, exact: true }).click();
  const visit = (name) => page.getByRole("link", { name }).click();
  const heading = (name) => page.getByRole("heading", { name }).waitFor();

  async function enter(password) {
    await page.getByLabel("Name").fill("ada");
    await page.getByLabel("Password").fill(password);
    await press("Enter");
  }

  await step("shows that nobody is signed in", () => page.getByText("Not signed in").waitFor());
  await step("sends a guest away from the members' page", async () => {
    await visit("members");
    await page.waitForURL("**/sign-in?callbackUrl=**");
  });
  await step("says that a password is wrong", async () => {
    await enter("byron");
    await page.getByText("Wrong name or password").waitFor();
  });
  await step("comes back after the sign-in", async () => {
    await enter("lovelace");
    await page.waitForURL("**/members");
    await heading("Members only, Ada");
    await page.getByText("Signed in as Ada (admin)").waitFor();
  });
  await step("knows the session when asked", async () => {
    await visit("home");
    await press("Who am I?");
    await page.getByText("1: admin").waitFor();
  });
  await step("renders the session on the server", async () => {
    const answer = await page.request.get("/server");
    const html = (await answer.text()).replaceAll("<!-- -->", "");
    if (!html.includes("Signed in as Ada (admin)")) throw new Error(html);
  });
  await step("takes over the server's session", async () => {
    await page.goto("/server");
    await page.getByText("Signed in as Ada (admin)").waitFor();
  });
  await step("renders the page that writes to the session", async () => {
    await visit("nickname");
    await heading("Countess, countess@example.com, admin");
    await press("Another");
    await heading("Enchantress, enchantress@example.com, admin");
  });
  await step("renders it from anew, too", async () => {
    await page.goto("/nickname");
    await heading("Countess, countess@example.com, admin");
  });
  await step("signs out", async () => {
    await press("Sign out");
    await heading("No name");
    await page.getByText("Not signed in").waitFor();
  });
  await step("asks for the session at most twelve times", () => {
    const count = requests("/api/auth/session");
    if (count > 12) throw new Error(`${count} requests`);
  });
}
