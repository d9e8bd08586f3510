import { httpBatchLink } from "@trpc/client";
import { createTRPCNext } from "@trpc/next";
import type { inferRouterOutputs } from "@trpc/server";
import superjson from "superjson";
import type { AppRouter } from "~/server/app-router";

function getBaseUrl() {
  if (typeof window !== "undefined") return "";
  return `http://127.0.0.1:${process.env.PORT ?? 3000}`;
}

export const api = createTRPCNext<AppRouter>({
  config: () => ({
    links: [httpBatchLink({ transformer: superjson, url: `${getBaseUrl()}/api/trpc` })],
  }),
  ssr: false,
  transformer: superjson,
});

export type RouterOutputs = inferRouterOutputs<AppRouter>;
