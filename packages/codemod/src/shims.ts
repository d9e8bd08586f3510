const newestBeta = 32;
/**
 * The shims by the major version of next-auth. A shim is next-auth with `@sojourn/react` as its
 * `/react`, and is installed as next-auth. The beta is an exact one, because the next may break it.
 * npm keeps a locked version that fits the range, so no range may fit a version of next-auth
 * itself.
 */
const shims = {
  4: "npm:@sojourn/next-auth@~4.24.1500",
  5: `npm:@sojourn/next-auth-5@5.0.0-beta.${newestBeta}.0`,
};

const range = /^[~^=v]*(?:4(?:\.[\dx*]+){0,2}|5\.0\.0-beta\.(\d+))$/;

/**
 * Returns the shim for a version or range of next-auth; `undefined` if it is another text, or
 * newer.
 */
export function shimFor(text: string): string | undefined {
  const found = range.exec(text.trim());
  if (!found) return undefined;
  const beta = found[1];
  if (beta === undefined) return shims[4];
  return Number(beta) > newestBeta ? undefined : shims[5];
}

/** Whether a package's name, or its range in a package.json, is that of a shim. */
export function isShim(text: string): boolean {
  return /^(npm:)?@sojourn\/next-auth(-\d+)?(@|$)/.test(text);
}
