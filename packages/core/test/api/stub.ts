import { createManualClock, type ManualClock } from "../../src/environment/memory/manual-clock.ts";
import { createServerEnvironment } from "../../src/environment/server.ts";
import { resolveAuthUrl } from "../../src/api/auth-url.ts";
import { createHttp, type Http, type HttpAnswer } from "../../src/api/http.ts";
import type { SessionClientOptions } from "../../src/types/options.ts";

export const NOW = Date.UTC(2026, 0);

export interface Stub {
  readonly clock: ManualClock;
  readonly http: Http;
  readonly calls: { url: string; init: RequestInit }[];
}

/** An `Http` over a stub of the world, which answers as it is told. */
export function stubHttp(
  answer: (init: RequestInit) => Promise<Response>,
  options: Pick<SessionClientOptions<never>, "headers"> & { timeoutMs?: number } = {},
  baseUrl = "",
): Stub {
  const clock = createManualClock(NOW);
  const calls: Stub["calls"] = [];
  const environment = {
    ...createServerEnvironment(),
    pageUrl: () => "https://app.example/",
    now: clock.wall,
    schedule: clock.schedule,
    fetch: (url: string, init: RequestInit) => {
      calls.push({ url, init });
      return answer(init);
    },
  };
  const settings = { timeoutMs: 10_000, mutationTimeoutMs: 60_000, ...options };
  return { clock, calls, http: createHttp(environment, resolveAuthUrl("", baseUrl), settings) };
}

export function answerOf(part: Partial<HttpAnswer>): HttpAnswer {
  const url = "https://app.example/api/auth/x";
  const answer = { url, status: 200, data: {}, serverNow: NOW, isServerClock: true, ...part };

  return { ok: answer.status < 300, retryAfterMs: undefined, ...answer };
}

export function caught(act: () => unknown): unknown {
  try {
    act();
  } catch (error) {
    return error;
  }
  return undefined;
}
