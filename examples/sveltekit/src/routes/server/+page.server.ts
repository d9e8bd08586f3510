import type { PageServerLoad } from "./$types";

export const load: PageServerLoad = async ({ locals }) => {
  const session = await locals.readSession();
  return { name: session?.user?.name, role: session?.user?.role };
};
