import type { MeasureTerms } from '#domain/measures/measure.js';
import { pounds } from '#surface/pages/filters/pounds.js';
import { quantity } from '#surface/pages/filters/quantities.js';

/** Pence in a sentence: `£4,000`, `£0.50`. */
export function money(pence: number): string {
  return pounds(pence).replace(/\.00$/, '');
}

/** Pounds in text, as people typed them: `£4,000`, `−£16.9325`. */
export function poundsTyped(text: string): string {
  const written = quantity(text);
  const pennies = written.replace(/\.(\d)$/, '.$10');
  return pennies.startsWith('−') ? `−£${pennies.slice(1)}` : `£${pennies}`;
}

/** So much of a measure, with its unit: `10 hours`, `£4,000`, `12.5%`, `2 posts`. */
export function counted(text: string, { kind, unit }: Pick<MeasureTerms, 'kind' | 'unit'>): string {
  if (kind === 'money') return poundsTyped(text);
  if (kind === 'percentage') return `${quantity(text)}%`;
  // what people type of FTE is posts; the unit is what they become
  if (kind === 'FTE') return `${quantity(text)} ${unitsOf(text, 'full-time post')}`;
  return unit === 'each' ? quantity(text) : `${quantity(text)} ${unitsOf(text, unit)}`;
}

/** `1 day`, `2 days`. */
export function several(count: number, one: string, more = `${one}s`): string {
  return `${count.toLocaleString('en-GB')} ${count === 1 ? one : more}`;
}

const IRREGULAR: Readonly<Record<string, string>> = { person: 'people', child: 'children', percent: 'percent' };

/** A unit after a number: `hour` → `hours`, `tonne CO2e` → `tonnes CO2e`; what is no plain word stays as it is. */
function unitsOf(text: string, unit: string): string {
  if (/^-?1(\.0+)?$/.test(text)) return unit;
  const words = unit.split(' ');
  // in “hour of advice” it is the hour that is counted, in “full-time year” the year
  const ends = words.findIndex((word) => /^(?:of|per|for|with|in)$/.test(word));
  const at = words.slice(0, ends < 0 ? words.length : ends).findLastIndex((word) => /^[a-z]{3,}$/.test(word));
  return at < 0 ? unit : words.with(at, plural(words[at]!)).join(' ');
}

function plural(word: string): string {
  if (/[^s]s$/.test(word)) return word;
  if (/[^aeiou]y$/.test(word)) return `${word.slice(0, -1)}ies`;
  return IRREGULAR[word] ?? (/(?:ss|sh|ch|x)$/.test(word) ? `${word}es` : `${word}s`);
}
