/** A session of WebDriver. One command is under way at a time. */
export interface WebDriverSession {
  version: string;
  /** Does something in one window. */
  inWindow(handle: string, method: string, path: string, body?: object): Promise<unknown>;
  /**
   * Runs a script in one window, which must do no harm if it runs twice: the driver forgets to answer
   * where a page is being replaced, and is asked again.
   */
  runInWindow(handle: string, script: string, args: unknown[]): Promise<unknown>;
  /** Does what is about no window. */
  command(method: string, path: string, body?: object): Promise<unknown>;
}

const PATIENCE_MS = 120_000;
/** For a script, which only begins something or looks at it. */
const SCRIPT_MS = 15_000;
const MOST_ATTEMPTS = 4;

async function send(
  url: string,
  method: string,
  body?: object,
  patienceMs = PATIENCE_MS,
): Promise<unknown> {
  const response = await fetch(url, {
    method,
    ...(body && { body: JSON.stringify(body) }),
    signal: AbortSignal.timeout(patienceMs),
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

function isTimeout(error: unknown): boolean {
  return error instanceof DOMException && error.name === "TimeoutError";
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

  /** Does something in one window, until which all other commands wait. */
  function inWindow(
    handle: string,
    method: string,
    path: string,
    body?: object,
    patienceMs?: number,
  ): Promise<unknown> {
    return inTurn(async () => {
      if (current !== handle) await send(`${base}/window`, "POST", { handle });
      // Closing it leaves none.
      current = method === "DELETE" ? undefined : handle;
      return send(base + path, method, body, patienceMs);
    });
  }

  async function runInWindow(handle: string, script: string, args: unknown[]): Promise<unknown> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await inWindow(handle, "POST", "/execute/sync", { script, args }, SCRIPT_MS);
      } catch (error) {
        if (!isTimeout(error) || attempt === MOST_ATTEMPTS) throw error;
      }
    }
  }

  return {
    version: begun.capabilities.browserVersion,
    command: (method, path, body) => inTurn(() => send(base + path, method, body)),
    inWindow,
    runInWindow,
  };
}
