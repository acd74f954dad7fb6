const DAY_MS = 86_400_000;
/** 30 December 1899, and 1 January 1904: the days whose serial is 0. */
const EPOCH_1900 = Date.UTC(1899, 11, 30);
const EPOCH_1904 = Date.UTC(1904, 0, 1);
/** 31 December 9999, the last day of spreadsheets. */
const LAST = 2_958_465;

/**
 * The day of a serial, as ISO 8601, its time of day passed over. Of 1900, spreadsheets count a 29 February that was none
 * (serial 60), so that serials before it are one day further from it.
 * @returns undefined where no day is meant: before the first, or after the last
 */
export function dayOfSerial(serial: number, from1904: boolean): string | undefined {
  // Half a millisecond, so that a midnight kept as 46111.9999999999 is that midnight.
  const days = Math.floor(serial + 0.5 / DAY_MS);
  if (!(days >= (from1904 ? 0 : 1)) || days > LAST) return undefined;
  if (from1904) return isoOf(EPOCH_1904 + days * DAY_MS);
  if (days === 60) return '1900-02-29';
  return isoOf(EPOCH_1900 + (days < 60 ? days + 1 : days) * DAY_MS);
}

/** A time, or a length of time: `2:30`, `26:00`, with seconds where there are any. */
export function timeOfSerial(serial: number): string | undefined {
  if (!Number.isFinite(serial) || serial < 0) return undefined;
  const seconds = Math.round(serial * 86_400);
  const [hours, minutes, rest] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const two = (number: number): string => String(number).padStart(2, '0');
  return `${hours}:${two(minutes)}${rest === 0 ? '' : `:${two(rest)}`}`;
}

function isoOf(milliseconds: number): string {
  return new Date(milliseconds).toISOString().slice(0, 10);
}
