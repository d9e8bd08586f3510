/** Encodes fields as a form does. Leaves out those that are `undefined`. */
export function toForm(fields: Record<string, unknown>): URLSearchParams {
  const sent = Object.entries(fields).filter(([, value]) => value !== undefined);
  return new URLSearchParams(sent.map(([name, value]) => [name, String(value)]));
}
