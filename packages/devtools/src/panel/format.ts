/** Formats a time as hours, minutes, seconds and milliseconds of the page's time zone. */
export function formatTime(at: number): string {
  const date = new Date(at);
  const two = (value: number): string => String(value).padStart(2, "0");
  const clock = [date.getHours(), date.getMinutes(), date.getSeconds()].map(two).join(":");
  return `${clock}.${String(date.getMilliseconds()).padStart(3, "0")}`;
}

const units: [name: string, seconds: number][] = [
  ["d", 86_400],
  ["h", 3600],
  ["min", 60],
];

/** Formats a duration in its largest unit, e.g. "12 s" and "3 h". */
export function formatDuration(ms: number): string {
  const seconds = Math.max(0, Math.round(ms / 1000));
  const [name, length] = units.find((unit) => seconds >= 2 * unit[1]) ?? ["s", 1];
  return `${Math.round(seconds / length)} ${name}`;
}

/** Formats any value of a state in one line. */
export function formatValue(value: unknown): string {
  if (value === undefined || (typeof value === "number" && !Number.isFinite(value))) {
    return String(value);
  }
  const text = JSON.stringify(value);
  return text.length > 200 ? `${text.slice(0, 200)}…` : text;
}
