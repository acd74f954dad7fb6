import { isDate } from '#domain/kernel/date.js';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** A day as people type it, `31/3/2026`, `31 March 2026` or `2026-03-31`, as ISO text. Undefined: it is none. */
export function typedDay(text: string): string | undefined {
  const iso = isoOf(text.trim().toLowerCase());
  return iso !== undefined && isDate(iso) ? iso : undefined;
}

function isoOf(text: string): string | undefined {
  if (/^\d{4}-\d\d-\d\d$/.test(text)) return text;
  const [, day, month, year] = /^(\d{1,2})[\s/.-]+(\d{1,2}|[a-z]{3,9})[\s/.,-]+(\d{4})$/.exec(text) ?? [];
  if (day === undefined || month === undefined || year === undefined) return undefined;
  const number = /^\d+$/.test(month) ? Number(month) : monthNamed(month);
  return number === undefined ? undefined : `${year}-${String(number).padStart(2, '0')}-${day.padStart(2, '0')}`;
}

function monthNamed(name: string): number | undefined {
  const at = MONTHS.indexOf(name.slice(0, 3));
  const full = at < 0 ? '' : new Intl.DateTimeFormat('en-GB', { month: 'long', timeZone: 'UTC' }).format(Date.UTC(2026, at, 1)).toLowerCase();
  return full.startsWith(name) || name === 'sept' ? at + 1 : undefined;
}
