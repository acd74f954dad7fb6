import { dayAfter, type Span } from '../naive-count/days.js';

export function dayBefore(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
}

/** As `dayAfter`, which is asked for the same days again and again. */
export function nextDay(day: string): string {
  let next = known.get(day);
  if (next === undefined) known.set(day, (next = dayAfter(day)));
  return next;
}

const known = new Map<string, string>();

/** Whether two spans have a day in common. */
export function meet(one: Span, other: Span): boolean {
  return one.from <= other.to && other.from <= one.to;
}

/** Whether a span has a day in common with a suspension that may go on. */
export function stoodStillIn({ from, to }: Span, suspensions: readonly { readonly from: string; readonly to: string | null }[]): boolean {
  for (const still of suspensions) if (still.from <= to && (still.to === null || (still.to >= from && still.from <= still.to))) return true;
  return false;
}
