/** @param {import("../../try/clicks/visit.ts").Visit} visit */
export default async function clicks({ open, step, requests }) {
  const page = await open("/");
  const button = (name) => page.getByRole("button", { name, exact: true });
  const login = (name, on = page) => on.getByText(`Login: ${name}`).waitFor();
  const invoices = (name, on = page) => on.getByText(`Invoices: of ${name}`).waitFor();

  /** Clicks, and waits until the server has answered, whatever the halves make of it. */
  async function press(name, endpoint, isThenSignedIn) {
    const answer = page.waitForResponse((it) => it.url().includes(endpoint));
    await button(name).click();
    await answer;
    const cookies = await page.context().cookies();
    const isSignedIn = cookies.some((it) => it.name.endsWith("session-token"));
    if (isSignedIn !== isThenSignedIn) throw new Error(`signed in: ${isSignedIn}`);
  }
  const enter = (name) => press(name, "/callback/credentials", true);
  const leave = (name) => press(name, "/signout", false);

  async function logIn() {
    await page.getByLabel("Name").fill("ada");
    await page.getByLabel("Password").fill("lovelace");
    await enter("Log in");
  }
  /** Has both halves know the same, whatever they have seen of one another. */
  async function reload(name) {
    await page.reload();
    await login(name);
    await invoices(name);
  }

  await step("shows nobody in both halves", async () => {
    await login("nobody");
    await invoices("nobody");
  });
  await step("signs in on the legacy half", logIn);
  await step("shows it on the billing half", () => invoices("Ada"));
  // With two providers, next-auth's own client tells only the one that was mounted last.
  await step("shows it on the legacy half", () => login("Ada"));
  await step("shows the same after a reload", () => reload("Ada"));
  await step("writes a receipt on the billing half", async () => {
    await button("Receipt").click();
    await page.getByText("£18.52 from ada@example.com").waitFor();
  });

  await step("signs out on the billing half", () => leave("Leave"));
  await step("shows that on the billing half", () => invoices("nobody"));
  await step("shows that on the legacy half", () => login("nobody"));
  await step("shows nobody after a reload", () => reload("nobody"));

  await step("signs in on the billing half", async () => {
    await enter("Pay as Ada");
    await invoices("Ada");
  });
  await step("shows Ada on the legacy half", () => login("Ada"));
  await step("shows her in both halves after a reload", () => reload("Ada"));
  await step("signs out on the legacy half", () => leave("Log out"));
  await step("shows the sign-out on the billing half", () => invoices("nobody"));
  await step("shows the sign-out on the legacy half", () => login("nobody"));

  await step("renders both halves on the server", async () => {
    await reload("nobody");
    await logIn();
    const answer = await page.request.get("/server");
    const html = (await answer.text()).replaceAll("<!-- -->", "");
    if (!html.includes("Login: Ada")) throw new Error(html);
    if (!html.includes("Invoices: of Ada")) throw new Error(html);
  });
  await step("signs out both halves of another tab", async () => {
    await reload("Ada");
    const other = await open("/server");
    await login("Ada", other);
    await invoices("Ada", other);
    await page.bringToFront();
    await leave("Log out");
    await invoices("nobody", other);
    await login("nobody", other);
    await other.close();
  });
  await step("asks for the session at most fifty times", () => {
    const count = requests("/api/auth/session");
    if (count > 50) throw new Error(`${count} requests`);
  });
}
