import type { Answer } from "../../recorder/answer.ts";

/** Where the app is whose server has been recorded. */
export const origin = "https://app.example";
/** When the server says that it has answered. */
export const now: number = Date.UTC(2026, 0);

const HOUR_MS = 3_600_000;

function withAddresses(text: string): string {
  return text
    .replaceAll("<auth>", `${origin}/api/auth`)
    .replaceAll("<app>", origin)
    .replaceAll("<provider>", "https://github.example");
}

function writeBody({ json, page, text = "" }: Answer): string {
  if (page !== undefined) return `<!doctype html><title>${page}</title>`;
  if (json === undefined) return text;
  const expires = new Date(now + HOUR_MS).toISOString();
  return withAddresses(JSON.stringify(json)).replace('"<date>"', JSON.stringify(expires));
}

/** A recorded answer as `fetch` would give it. */
export function toResponse(answer: Answer): Response {
  const headers = new Headers({ ...answer.headers, date: new Date(now).toUTCString() });
  const { location } = answer.headers;
  if (location) headers.set("location", withAddresses(location));
  return new Response(writeBody(answer) || null, { status: answer.status, headers });
}
