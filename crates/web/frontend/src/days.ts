// Days of the calendar as `YYYY-MM-DD`.

/** The day `count` days later (or earlier). */
export function addDays(day: string, count: number): string {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  return new Date(Date.UTC(year, month - 1, date + count)).toISOString().slice(0, 10);
}

/** How far an arrow goes. */
export function arrow(key: string): number {
  return { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 }[key] ?? 0;
}

/** A clock reading at another hour: the minutes stay. */
export function atHour(time: string, hour: number): string {
  return `${String(hour).padStart(2, "0")}:${time.slice(3, 5) || "00"}`;
}

/** A clock reading as the language writes it: « 9 h 05 », “9:05”. */
export function clock(time: string, language: string): string {
  const [hour = 0, minute = 0] = time.split(":").map(Number);
  if (!language.startsWith("fr")) return `${hour}:${String(minute).padStart(2, "0")}`;
  return minute === 0 ? `${hour}\u00a0h` : `${hour}\u00a0h\u00a0${String(minute).padStart(2, "0")}`;
}

/** A day in words. */
export function inWords(day: string, language: string): string {
  return new Intl.DateTimeFormat(language, { weekday: "long", day: "numeric", month: "long", timeZone: "UTC" }).format(new Date(`${day}T00:00:00Z`));
}

/** How long ago, or in how long: the two numbers a sentence needs. */
export function distance(seconds: number): [number, Intl.RelativeTimeFormatUnit] {
  const size = Math.abs(seconds);
  if (size < 45) return [0, "second"];
  if (size < 45 * 60) return [Math.sign(seconds) * Math.max(1, Math.round(size / 60)), "minute"];
  if (size < 22 * 3600) return [Math.sign(seconds) * Math.max(1, Math.round(size / 3600)), "hour"];
  if (size < 26 * 86_400) return [Math.sign(seconds) * Math.max(1, Math.round(size / 86_400)), "day"];
  if (size < 320 * 86_400) return [Math.sign(seconds) * Math.max(1, Math.round(size / 2_629_800)), "month"];
  return [Math.sign(seconds) * Math.max(1, Math.round(size / 31_557_600)), "year"];
}
