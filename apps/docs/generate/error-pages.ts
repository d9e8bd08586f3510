import { errorTexts, type ErrorText } from "./error-codes.ts";

const guards: Record<ErrorText["name"], string> = {
  SessionFetchError: "isSessionFetchError",
  SignInError: "isSignInError",
  CsrfError: "isCsrfError",
  CookiesBlockedError: "isCookiesBlockedError",
  UnsafeRedirectError: "isUnsafeRedirectError",
};

/** The pages of the errors, by their paths: a list, and one for each code. */
export function errorPages(): [string, string][] {
  const pages = Object.entries(errorTexts).map(([code, text]): [string, string] => {
    return [`errors/${code}.md`, drawPage(code, text)];
  });
  return [["errors/index.md", drawList()], ...pages];
}

function drawList(): string {
  const lines = Object.entries(errorTexts).map(([code, { name, summary }]) => {
    return `| [\`${code}\`](/errors/${code}) | \`${name}\` | ${summary} |`;
  });
  return `---
description: "All error codes, with a page for each."
---

# Error codes

Each message of an error begins with \`[sojourn]\` and the code. [Errors](/concepts/errors) says how to tell them apart in code.

| Code | Class | What happened |
| ---- | ----- | ------------- |
${lines.join("\n")}

Passkeys have an error of their own, \`WebAuthnError\`: see [passkeys](/guides/passkeys#if-it-fails).
`;
}

function drawPage(code: string, { name, summary, what, why, todo }: ErrorText): string {
  const hasCodes = name === "SessionFetchError" || name === "SignInError";
  const property = hasCodes ? `, code \`${code}\`` : "";
  return `---
description: "${name} ${code}: ${summary.replaceAll('"', "'")} Why, and what to do."
---

# ${code}

> ${summary}

\`${name}\`${property}. In logs: \`[sojourn] ${code}\`. The guard is [\`${guards[name]}\`](/concepts/errors).

## What happened

${what}

## Why

${why.map((it) => `- ${it}`).join("\n")}

## What to do

${todo.map((it) => `- ${it}`).join("\n")}
`;
}
