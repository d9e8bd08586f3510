/** @param {import("../../try/clicks/visit.ts").Visit} visit */
export default async function clicks({ open, step, requests }) {
  const page = await open("/");
  const press = (name) => page.getByRole("button", { name, exact: true }).click();

  async function html(path) {
    return (await (await page.request.get(path)).text()).replaceAll("<!-- -->", "");
  }
  async function showsAda() {
    await page.getByText("Account 1: Ada").waitFor();
    await page.getByRole("button", { name: "Disconnect Ada" }).waitFor();
  }
  async function showsNobody() {
    await page.getByText("Account: nobody").waitFor();
    await page.getByRole("button", { name: "Connect", exact: true }).waitFor();
  }
  function expect(text, part) {
    if (!text.includes(part)) throw new Error(`no "${part}" in ${text}`);
  }

  await step("prerenders app and library", async () => {
    const text = await html("/");
    expect(text, "Account: one moment");
    expect(text, "Wallet: one moment");
  });
  await step("shows that nobody is signed in", showsNobody);
  await step("signs in by the library's button", async () => {
    await press("Connect");
    await page.getByText("Welcome, Ada").waitFor();
    await showsAda();
  });
  await step("renders both on the server", async () => {
    const text = await html("/server");
    expect(text, "Account 1: Ada");
    expect(text, "Disconnect Ada");
  });
  await step("signs out by the app's button", async () => {
    await press("Sign out");
    await showsNobody();
  });
  await step("signs in again, with another tab beside", async () => {
    await press("Connect");
    await showsAda();
    await page.reload();
    await showsAda();
  });
  await step("signs out by the library's button, in both tabs", async () => {
    const other = await open("/server");
    await other.getByText("Account 1: Ada").waitFor();
    await page.bringToFront();
    await press("Disconnect Ada");
    await showsNobody();
    await other.getByText("Account: nobody").waitFor();
    await other.close();
  });
  await step("asks for the session at most sixteen times", () => {
    const count = requests("/api/auth/session");
    if (count > 16) throw new Error(`${count} requests`);
  });
}
