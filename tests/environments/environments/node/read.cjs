const { createRequestClient, createSessionClient } = require("@sojourn/core");
const { getSession } = require("@sojourn/react");

const { AUTH_URL, COOKIE } = process.env;

async function read() {
  const options = { baseUrl: AUTH_URL, headers: { cookie: COOKIE }, refetchInterval: 60 };
  const client = createSessionClient(options);
  const first = await client.getSession();
  client.subscribe(() => {});

  const second = await createRequestClient({
    headers: new Headers({ cookie: COOKIE }),
  }).getSession();
  const third = await getSession({ req: { headers: { cookie: COOKIE } } });
  const nobody = await getSession({ req: { headers: {} } });
  const names = [first, second, third, nobody].map((it) => it?.user?.name ?? null);
  process.stdout.write(JSON.stringify(names));
}

read();
