import { longDate } from '#domain/kernel/date.js';

/** A day as people write it: `2026-03-31` → `31 March 2026`. */
export function isoDay(date: string | null | undefined): string {
  return date ? longDate(date) : '';
}

const inLondon = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  hour: 'numeric',
  minute: '2-digit',
  hourCycle: 'h12',
});

/** An instant as people write it, in London: `31 March 2026 at 2:05pm`. */
export function isoInstant(instant: string | null | undefined): string {
  if (!instant) return '';
  const parts = Object.fromEntries(inLondon.formatToParts(new Date(instant)).map(({ type, value }) => [type, value]));
  const half = (parts['dayPeriod'] ?? '').toLowerCase().replace(/[^a-z]/g, '');
  return `${parts['day']} ${parts['month']} ${parts['year']} at ${parts['hour']}:${parts['minute']}${half}`;
}
