// A screen's module, without React Native itself: what it imports, and what it asks.
import { createSessionClient, isServer } from "@sojourn/core";
import { SessionProvider, useSession } from "@sojourn/react";

const client = createSessionClient({ baseUrl: "https://auth.example" });

globalThis.shown = client.getSession().then((session) => ({
  name: session?.user?.name,
  isServer: isServer(),
  types: [typeof SessionProvider, typeof useSession],
}));
