/** Returns the line break and indentation before an entry. */
export function spaceBefore(code: string, at: number): string {
  return /\s*$/.exec(code.slice(0, at))?.[0] ?? "";
}
