let count = 0;

/**
 * Returns a name of this machine that no world has had. Not every engine has groups of tabs with
 * cookies of their own, but cookies are of one host.
 */
export function nextHost(): string {
  count += 1;
  return `w${count}.localhost`;
}
