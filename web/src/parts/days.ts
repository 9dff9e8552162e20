// Days as the diary writes them (YYYY-MM-DD, the person's own calendar) and as people say them.
export const day_of = (date: Date): string =>
  `${date.getFullYear()}-${String(date.getMonth() + 1).padStart(2, "0")}-${String(date.getDate()).padStart(2, "0")}`;

export const today = (): string => day_of(new Date());

export function moved(day: string, by: number): string {
  const [year, month, date] = day.split("-").map(Number);
  return day_of(new Date(year, month - 1, date + by));
}

export function said_day(day: string): string {
  if (day === today()) return "Today";
  if (day === moved(today(), -1)) return "Yesterday";
  const [year, month, date] = day.split("-").map(Number);
  const made = new Date(year, month - 1, date);
  if (Number.isNaN(made.getTime())) return day;
  return made.toLocaleDateString("en-GB", { weekday: "long", day: "numeric", month: "long",
    ...(year === new Date().getFullYear() ? {} : { year: "numeric" }) });
}
