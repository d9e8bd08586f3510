import { getCsrfToken, getProviders } from "@sojourn/react";
import type { NextApiRequest, NextApiResponse } from "next";

/** What a page needs that is to sign in by forms of its own. */
export default async function ways(req: NextApiRequest, res: NextApiResponse) {
  const [csrfToken, providers] = await Promise.all([getCsrfToken({ req }), getProviders()]);
  res.setHeader("Cache-Control", "private, no-store");
  res.json({ csrfToken, providers: Object.keys(providers ?? {}) });
}
