import { createRequestClient, createSessionClient } from "@sojourn/core";
import { getSession } from "@sojourn/react";

const { AUTH_URL, COOKIE } = process.env;

const options = { baseUrl: AUTH_URL, headers: { cookie: COOKIE }, refetchInterval: 60 };
const client = createSessionClient(options);
const first = await client.getSession();
// A script that has subscribed and never stops ends all the same: no timer keeps it.
client.subscribe(() => {});

const request = new Request("http://localhost/", { headers: { cookie: COOKIE } });
const second = await createRequestClient(request).getSession();
const third = await getSession({ req: { headers: { cookie: COOKIE } } });
const nobody = await getSession({ req: { headers: {} } });

process.stdout.write(
  JSON.stringify([first, second, third, nobody].map((it) => it?.user?.name ?? null)),
);
