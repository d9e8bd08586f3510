const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
};

/** Writes a text as HTML. */
export function escape(text: string): string {
  return text.replaceAll(/[&<>"]/g, (it) => entities[it] ?? it);
}

/** Writes a value as a script of HTML. */
export function toScript(value: unknown): string {
  return JSON.stringify(value).replaceAll("<", String.raw`\u003c`);
}
