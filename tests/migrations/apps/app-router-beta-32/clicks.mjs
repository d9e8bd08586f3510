/** @param {import("../../try/clicks/visit.ts").Visit} visit */
export default async function clicks({ open, step, requests }) {
  const page = await open("/");
  const home = page.url();
  const team = new URL("/team", home).href;
  const click = (name) => page.getByRole("button", { name }).click();
  const shows = (text, tab = page) => tab.getByText(text, { exact: true }).waitFor();
  const asksAtMost = async (limit, seconds) => {
    const before = requests("/api/auth/session");
    await page.waitForTimeout(seconds * 1000);
    const count = requests("/api/auth/session") - before;
    if (count > limit) throw new Error(`${count} session requests in ${seconds} s`);
  };
  const enter = async (password) => {
    await page.getByLabel("User name").fill("ada");
    await page.getByLabel("Password").fill(password);
    await click("Enter");
  };

  await step("shows that nobody is signed in", () => shows("You are nobody"));
  await step("refuses a wrong password", async () => {
    await page.getByRole("link", { name: "Enter" }).click();
    await enter("byron");
    await shows("Refused: CredentialsSignin");
  });
  await step("signs in", async () => {
    await enter("lovelace");
    await shows("You are Ada");
  });
  await step("gets the session in a handler", async () => {
    await click("Who am I?");
    await shows("Asked: Ada");
  });

  // Its session is made anew in each rendering, ten times a second.
  await step("shows what the team's own provider adds", async () => {
    await page.getByRole("link", { name: "Team" }).click();
    await shows("You are Ada with a medal");
    await asksAtMost(6, 3);
    await shows("You are Ada with a medal");
  });
  await step("shows it after a page load, too", async () => {
    await page.goto(team);
    await shows("You are Ada with a medal");
  });
  await step("does not ask for the team's session again and again", () => asksAtMost(6, 5));
  await step("goes on showing what the provider adds", () => shows("You are Ada with a medal"));
  await step("does the same in two tabs", async () => {
    const other = await open("/team");
    await shows("You are Ada with a medal", other);
    await asksAtMost(6, 3);
    await shows("You are Ada with a medal", other);
    await shows("You are Ada with a medal");
    await other.close();
  });
  await step("does the same after a handler has asked", async () => {
    await click("Who am I?");
    await shows("Asked: Ada");
    await asksAtMost(6, 3);
    await shows("You are Ada with a medal");
  });
  await step("updates the name", async () => {
    await click("Call me Ada II");
    await page.getByText(/^You are Ada II( with a medal)?$/).waitFor();
  });
  await step("does not ask again and again after an update", () => asksAtMost(6, 3));

  await step("shows the new name everywhere", async () => {
    await page.goto(home);
    await shows("You are Ada II");
  });
  await step("signs out, and stays", async () => {
    await click("Leave");
    await shows("You are nobody");
    await shows("Left for /");
  });
  await step("is signed out after a page load", async () => {
    await page.goto(team);
    await shows("You are nobody");
  });
  await step("does not ask about nobody again and again", () => asksAtMost(6, 3));
}
