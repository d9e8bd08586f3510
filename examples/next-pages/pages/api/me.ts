import type { NextApiRequest, NextApiResponse } from "next";
import { getServerSession } from "next-auth/next";
import { authOptions } from "../../auth";

export default async function me(req: NextApiRequest, res: NextApiResponse) {
  const session = await getServerSession(req, res, authOptions);
  res.setHeader("Cache-Control", "private, no-store");
  if (!session) {
    res.status(401).json({ error: "Sign in first." });
    return;
  }
  res.json({ name: session.user.name, email: session.user.email, role: session.user.role });
}
