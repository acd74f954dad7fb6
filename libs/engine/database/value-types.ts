import pg from 'pg';

type Parse = (text: string) => unknown;

/**
 * How values come out of the database, set per connection so that no other user of `pg` in the process is surprised:
 * int8 as a number, numeric as text, dates as `yyyy-mm-dd`, moments as ISO text in UTC; arrays of these alike.
 */
export const valueTypes: pg.CustomTypesConfig = {
  getTypeParser: ((type: number, format?: 'text' | 'binary') =>
    (format === 'binary' ? undefined : parsers.get(type)) ??
    pg.types.getTypeParser(type, format as 'text')) as pg.CustomTypesConfig['getTypeParser'],
};

const TEXT_ARRAY = 1009;
const textArray = pg.types.getTypeParser(TEXT_ARRAY as number) as (text: string) => (string | null)[];
const arrayOf =
  (parse: Parse): Parse =>
  (text) =>
    textArray(text).map((element) => (element === null ? null : parse(element)));
const asText: Parse = (text) => text;

const parsers = new Map<number, Parse>([
  [20, wholeNumber],
  [1016, arrayOf(wholeNumber)],
  [1231, arrayOf(asText)],
  [1082, asText],
  [1182, arrayOf(asText)],
  [1114, asText],
  [1115, arrayOf(asText)],
  [1184, moment],
  [1185, arrayOf(moment)],
]);

/** @throws {RangeError} a number that JavaScript would round: select it as text */
function wholeNumber(text: string): number {
  const value = Number(text);
  if (Number.isSafeInteger(value)) return value;
  throw new RangeError(`${text} does not fit a number of JavaScript: select it as ::text.`);
}

function moment(text: string): string {
  // As a server set to UTC writes it, four digits to the year: no need to go by a Date, which every entry read pays for.
  if (text.endsWith('+00') && text[10] === ' ') {
    return `${text.slice(0, 10)}T${text.slice(11, 19)}.${text.slice(20, -3).slice(0, 3).padEnd(3, '0')}Z`;
  }
  const value = new Date(text.replace(' ', 'T').replace(/([+-]\d\d)$/, '$1:00'));
  return Number.isNaN(value.getTime()) ? text : value.toISOString();
}
