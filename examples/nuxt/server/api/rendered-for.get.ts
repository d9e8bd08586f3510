export default defineEventHandler(async (event) => {
  const session = await getServerSession(event);
  return session?.user.name ?? session?.user.email ?? "nobody";
});
