/** An answer as it is recorded: what is another one each time has a name in its place. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** Values of `Set-Cookie`. */
  readonly cookies?: readonly string[];
  /** The body, where it was JSON. */
  readonly json?: unknown;
  /** The title of a page. */
  readonly page?: string;
  /** Any other body, if there was one. */
  readonly text?: string;
}

/** Addresses, each with the name that is recorded in its place. */
export type AddressNames = readonly (readonly [address: string, name: string])[];

const headersThatMatter = [
  "cache-control",
  "content-type",
  "date",
  "expires",
  "location",
  "pragma",
  "retry-after",
];

function withNames(text: string, names: AddressNames): string {
  let named = text;
  for (const [address, name] of names) {
    if (!address) continue;
    named = named.replaceAll(address, name).replaceAll(encodeURIComponent(address), name);
  }
  return named.replace(/([?&](state|code_challenge|token|nonce)=)[^&]+/g, "$1<$2>");
}

function nameIn(names: AddressNames): (key: string, value: unknown) => unknown {
  return (key, value) => {
    if (typeof value !== "string") return value;
    if (key === "expires") return "<date>";
    return key === "csrfToken" ? "<token>" : withNames(value, names);
  };
}

function nameCookie(line: string, names: AddressNames): string {
  const [pair = "", ...attributes] = line.split("; ");
  const [, name = "", value = ""] = /^([^=]*)=(.*)$/.exec(pair) ?? [];
  const isAddress = name.endsWith("callback-url");
  const named = isAddress ? withNames(decodeURIComponent(value), names) : value && "<value>";
  const isEpoch = line.includes("01 Jan 1970");
  const rest = attributes.map((it) => (isEpoch ? it : it.replace(/^Expires=.*/, "Expires=<date>")));
  return [`${name}=${named}`, ...rest].join("; ");
}

function readBody(body: string, type: string, names: AddressNames): Partial<Answer> {
  if (!body) return {};
  if (type.includes("json")) return { json: JSON.parse(body, nameIn(names)) as unknown };
  if (!type.includes("html")) return { text: withNames(body, names) };
  return { page: /<title>([^<]*)/.exec(body)?.[1] ?? "" };
}

/** Reads an answer, and names what is another one each time. */
export async function readAnswer(response: Response, names: AddressNames): Promise<Answer> {
  const { status, headers } = response;
  const kept = headersThatMatter.flatMap((name) => {
    const value = headers.get(name);
    if (value === null) return [];
    return [[name, name === "date" ? "<date>" : withNames(value, names)]];
  });
  const cookies = headers.getSetCookie().map((line) => nameCookie(line, names));
  const body = readBody(await response.text(), headers.get("content-type") ?? "", names);
  return {
    status,
    headers: Object.fromEntries(kept) as Record<string, string>,
    ...(cookies.length && { cookies: cookies.toSorted() }),
    ...body,
  };
}
