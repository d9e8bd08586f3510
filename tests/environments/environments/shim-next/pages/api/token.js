import { getToken } from "next-auth/jwt";

export default async function handler(req, res) {
  const token = await getToken({ req, secret: "a secret of this environment" });
  res.json({ name: token?.name ?? null });
}
