// Numbers as people read them. Unknown is a word, never a nought.
export function short(value: number | null | undefined): string {
  if (value === null || value === undefined || !Number.isFinite(value)) return "unknown";
  const size = Math.abs(value);
  const digits = size >= 100 ? 0 : size >= 10 ? 0 : size >= 1 ? 1 : 2;
  return value.toLocaleString("en-GB", { maximumFractionDigits: digits, useGrouping: size >= 10000 });
}

export const grams = (value: number | null | undefined): string =>
  value === null || value === undefined ? "amount unknown" : value >= 1000 ? `${short(value / 1000)} kg` : `${short(value)} g`;

export function span(low: number | null, high: number | null, unit: string): string {
  if (low === null || high === null) return low === null ? "unknown" : `at least ${short(low)} ${unit}`;
  const a = short(low), b = short(high);
  return a === b ? `${a} ${unit}` : `${a} to ${b} ${unit}`;
}

/** "2 years", "3 weeks": days in the size that people use. */
export function long(days: number | null | undefined): string {
  if (days === null || days === undefined) return "";
  const of = (n: number, unit: string) => `${n} ${unit}${n === 1 ? "" : "s"}`;
  if (days >= 730) return of(Math.round(days / 365.25), "year");
  if (days >= 60) return of(Math.round(days / 30.4), "month");
  if (days >= 14) return of(Math.round(days / 7), "week");
  return of(Math.round(days), "day");
}
