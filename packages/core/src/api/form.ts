/** Fields as a form sends them; those that are undefined are not sent. */
export function toForm(fields: Record<string, unknown>): URLSearchParams {
  const sent = Object.entries(fields).filter(([, value]) => value !== undefined);
  return new URLSearchParams(sent.map(([name, value]) => [name, String(value)]));
}
