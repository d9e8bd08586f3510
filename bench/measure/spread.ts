/** The value up to which this share of all lies, from 0 to 1; `NaN` if there is none. */
export function percentile(values: number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}

function write(value: number, digits: number): string {
  return value.toLocaleString("en-US", {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
}

/** `"median (least to most)"`. */
export function describeSpread(values: number[], digits = 0): string {
  const [median, least, most] = [0.5, 0, 1].map((it) => write(percentile(values, it), digits));
  return `${median} (${least} to ${most})`;
}

/** `"50th percentile, 95th percentile (least to most)"`. */
export function describePercentiles(values: number[], digits = 0): string {
  const [p50, p95, least, most] = [0.5, 0.95, 0, 1].map((it) =>
    write(percentile(values, it), digits),
  );
  return `${p50}, ${p95} (${least} to ${most})`;
}
