import { signIn, useSession } from "@sojourn/react";
import * as React from "react";

export function Account() {
  const { data } = useSession();
  return <button onClick={() => signIn("credentials")}>{data?.user?.name ?? "Nobody"}</button>;
}
