/** @param {import("../../try/clicks/visit.ts").Visit} visit */
export default async function clicks({ open, step }) {
  const page = await open("/");
  const home = page.url();
  const header = page.locator("header");
  const heading = (name) => page.getByRole("heading", { name, exact: true });
  const isSignedOut = async () => {
    await header.getByText("Not signed in").waitFor();
    await heading("Articles").waitFor();
  };
  const isAda = async () => {
    await header.getByText("Signed in as Ada, editor").waitFor();
    await heading("Articles of Ada").waitFor();
    await page.getByRole("button", { name: "Edit" }).waitFor();
  };
  const logIn = async (form, password) => {
    const fields = page.getByRole("form", { name: form });
    await fields.getByLabel("User name").fill("ada");
    await fields.getByLabel("Password").fill(password);
    await fields.getByRole("button", { name: "Log in" }).click();
  };

  await step("shows that nobody is signed in", isSignedOut);
  await step("has the middleware send a user of the settings to log in", async () => {
    await page.goto(new URL("/settings", home).href);
    await page.waitForURL("**/login?callbackUrl=*");
    await heading("Log in").waitFor();
  });

  await step("tells the code of a refusal", async () => {
    await logIn("In the browser", "byron");
    await page.getByText("Wrong name or password").waitFor();
  });
  await step("signs in in the browser", async () => {
    await logIn("In the browser", "lovelace");
    await isAda();
  });
  await step("lets the user see the settings", async () => {
    await page.getByRole("link", { name: "Settings" }).click();
    await heading("Settings").waitFor();
    await page.getByText("ada@example.com").waitFor();
  });
  await step("signs out in the browser", async () => {
    await header.getByRole("button", { name: "Sign out", exact: true }).click();
    await isSignedOut();
    // Next takes 127.0.0.1 for localhost, so that next-auth may have gone to another origin.
    await page.goto(home);
    await isSignedOut();
  });

  await step("refuses a wrong password in an action", async () => {
    await header.getByRole("link", { name: "Log in" }).click();
    await logIn("By action", "byron");
    await page.getByText("Refused: CredentialsSignin").waitFor();
  });
  await step("signs in by an action", async () => {
    await logIn("By action", "lovelace");
    await isAda();
  });
  await step("shows the same after a page load", async () => {
    await page.reload();
    await isAda();
  });
  await step("signs out by an action", async () => {
    await header.getByRole("button", { name: "Sign out by action" }).click();
    await isSignedOut();
  });
  await step("is signed out in a new tab", async () => {
    const other = await open("/");
    await other.getByText("Not signed in").waitFor();
  });
}
