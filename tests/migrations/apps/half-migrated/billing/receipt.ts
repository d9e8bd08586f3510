import { getSession } from "next-auth/react";
import { price } from "./price";

export async function receipt(pence: number): Promise<string> {
  const session = await getSession();
  return `${price(pence)} from ${session?.user?.email ?? "somebody"}`;
}
