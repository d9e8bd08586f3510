/** A replacement of a part of a text. */
export interface Edit {
  start: number;
  end: number;
  text: string;
}

/**
 * Applies edits to a text, and keeps every other character. Of two edits of the same place it
 * applies the first.
 */
export function applyEdits(text: string, edits: Edit[]): string {
  let result = "";
  let done = 0;
  for (const edit of edits.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
    if (edit.start < done) continue;
    result += text.slice(done, edit.start) + edit.text;
    done = edit.end;
  }
  return result + text.slice(done);
}

/** Returns the line number of an offset, from 1. */
export function lineAt(text: string, offset: number): number {
  let line = 1;
  for (let at = text.indexOf("\n"); at !== -1 && at < offset; at = text.indexOf("\n", at + 1)) {
    line += 1;
  }
  return line;
}
