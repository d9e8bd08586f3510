/** Line break and indentation, as they are before the entry that is there. */
export function spaceBefore(code: string, at: number): string {
  return /\s*$/.exec(code.slice(0, at))?.[0] ?? "";
}
