/** A session of WebDriver. One command is under way at a time. */
export interface WebDriverSession {
  version: string;
  /** Does something in one window. */
  inWindow(handle: string, method: string, path: string, body?: object): Promise<unknown>;
  /** Does what is about no window. */
  command(method: string, path: string, body?: object): Promise<unknown>;
}

const PATIENCE_MS = 120_000;

async function send(url: string, method: string, body?: object): Promise<unknown> {
  const response = await fetch(url, {
    method,
    ...(body && { body: JSON.stringify(body) }),
    signal: AbortSignal.timeout(PATIENCE_MS),
  });
  // What a driver answers is the standard's.
  const { value } = (await response.json()) as { value: { error?: string; message?: string } };
  if (!response.ok) throw new Error(`${value.error}: ${value.message}`);
  return value;
}

/** Waits until the driver listens. */
async function untilReady(url: string): Promise<void> {
  const end = Date.now() + PATIENCE_MS;
  for (;;) {
    const isReady = await send(`${url}/status`, "GET").then(
      () => true,
      () => false,
    );
    if (isReady) return;
    if (Date.now() > end) throw new Error("WebKitWebDriver does not answer.");
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Begins a session, of which all commands wait for the one before. */
export async function startSession(url: string, alwaysMatch: object): Promise<WebDriverSession> {
  await untilReady(url);
  const begun = (await send(`${url}/session`, "POST", { capabilities: { alwaysMatch } })) as {
    sessionId: string;
    capabilities: { browserVersion: string };
  };
  const base = `${url}/session/${begun.sessionId}`;
  let queue: Promise<unknown> = Promise.resolve();
  let current: string | undefined;

  function inTurn<T>(task: () => Promise<T>): Promise<T> {
    const end = queue.then(task, task);
    queue = end.catch(() => {});
    return end;
  }

  return {
    version: begun.capabilities.browserVersion,
    command: (method, path, body) => inTurn(() => send(base + path, method, body)),
    inWindow: (handle, method, path, body) =>
      inTurn(async () => {
        if (current !== handle) await send(`${base}/window`, "POST", { handle });
        // Closing it leaves none.
        current = method === "DELETE" ? undefined : handle;
        return send(base + path, method, body);
      }),
  };
}
