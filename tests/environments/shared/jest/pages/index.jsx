import { SessionProvider } from "@sojourn/react";
import { Account } from "../account";

export default function Home() {
  return (
    <SessionProvider>
      <Account />
    </SessionProvider>
  );
}
