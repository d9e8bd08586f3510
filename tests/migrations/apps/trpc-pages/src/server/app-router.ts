import { z } from "zod";
import { protectedProcedure, publicProcedure, router } from "~/server/trpc";

const notes = new Map<string, string[]>();

export const appRouter = router({
  hello: publicProcedure
    .input(z.object({ text: z.string() }))
    .query(({ input }) => ({ greeting: `Hello ${input.text}` })),

  secret: protectedProcedure.query(({ ctx }) => `The secret of user ${ctx.session.user.id}`),

  notes: router({
    list: protectedProcedure.query(({ ctx }) => notes.get(ctx.session.user.id) ?? []),
    add: protectedProcedure
      .input(z.object({ text: z.string().min(1) }))
      .mutation(({ ctx, input }) => {
        const { id } = ctx.session.user;
        notes.set(id, [...(notes.get(id) ?? []), input.text]);
      }),
  }),
});

export type AppRouter = typeof appRouter;
