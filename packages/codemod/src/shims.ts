const newestBeta = 32;
/**
 * next-auth with our client as its `/react`, to be installed under the name of next-auth, by the
 * major version that it is. Of the betas it is a certain one, for the next may break what that has.
 * npm keeps what is locked if its number will do, so no range may take one of next-auth itself.
 */
const shims = {
  4: "npm:@sojourn/next-auth@~4.24.1500",
  5: `npm:@sojourn/next-auth-5@5.0.0-beta.${newestBeta}.0`,
};

const range = /^[~^=v]*(?:4(?:\.[\dx*]+){0,2}|5\.0\.0-beta\.(\d+))$/;

/** What takes the place of a version or range of next-auth; nothing if it is none, or newer. */
export function shimFor(text: string): string | undefined {
  const found = range.exec(text.trim());
  if (!found) return undefined;
  const beta = found[1];
  if (beta === undefined) return shims[4];
  return Number(beta) > newestBeta ? undefined : shims[5];
}

/** Says whether this package is one of the shims, by its name or by what a package.json asks for. */
export function isShim(text: string): boolean {
  return /^(npm:)?@sojourn\/next-auth(-\d+)?(@|$)/.test(text);
}
