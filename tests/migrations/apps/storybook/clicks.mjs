/** @param {import("../../try/clicks/visit.ts").Visit} visit */
export default async function clicks({ open, step }) {
  const openStory = (id) => open(`/iframe.html?viewMode=story&id=${id}`);

  const header = await openStory("header--signed-in");
  await step("shows who is signed in", () => header.getByText("Welcome, Ada!").waitFor());
  await header.close();

  const nobody = await openStory("header--signed-out");
  await step("shows that nobody is", () =>
    nobody.getByRole("button", { name: "Log in" }).waitFor(),
  );
  await nobody.close();

  const longAgo = await openStory("header--long-ago");
  await step("shows whose session is long over", async () => {
    await longAgo.getByText("Welcome, Grace!").waitFor();
    await longAgo.waitForTimeout(1000);
    await longAgo.getByText("Welcome, Grace!").waitFor();
  });
  await longAgo.close();

  const avatar = await openStory("avatar--closed");
  await step("opens an avatar", async () => {
    await avatar.getByRole("button", { name: "A", exact: true }).click();
    await avatar.getByText("ada@example.com").waitFor();
  });
  await step("refreshes it", async () => {
    await avatar.getByRole("button", { name: "Refresh" }).click();
    await avatar.getByText("ada@example.com").waitFor();
  });
  await avatar.close();

  const opened = await openStory("avatar--opened");
  await step("plays a story", () => opened.getByText("ada@example.com").waitFor());
  await opened.close();

  const other = await openStory("avatar--somebody-else");
  await step("shows somebody else's", async () => {
    await other.getByRole("button", { name: "G", exact: true }).click();
    await other.getByText("grace@example.com").waitFor();
  });
  await other.close();

  const loading = await openStory("avatar--loading");
  await step("shows nobody while it waits", () => loading.getByText("Nobody").waitFor());
}
