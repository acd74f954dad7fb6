import type { ToldEvent } from '#areas/timeline/index.js';
import { isDate, longDate } from '#domain/kernel/date.js';
import { pounds } from '#surface/pages/filters/pounds.js';
import { quantity } from '#surface/pages/filters/quantities.js';
import { FACT_NAMES, FIRST_FACTS, LAST_FACTS, SAID_WHEN_YES } from './fact-names.js';
import { groupOf, type Line } from './fact-groups.js';

type Fact = ToldEvent['facts'][number];

/**
 * The facts of an event as lines that people read: what it is about first and who said so last; dates and amounts
 * written out; what belongs together on one line. Nothing is left out but what is plainly not the case.
 */
export function factsInWords(facts: readonly Fact[]): readonly Line[] {
  const lines = new Map<string, Line & { readonly rank: number }>();
  facts.forEach(({ field, value }, at) => {
    if (value === 'false' && SAID_WHEN_YES.has(field.slice(field.lastIndexOf('.') + 1))) return;
    const group = groupOf(field, facts);
    const name = group?.id ?? field;
    if (!lines.has(name)) lines.set(name, { ...(group?.line ?? { key: nameOf(field), value: valueInWords(field, value) }), rank: rankOf(name, at) });
  });
  return [...lines.values()].sort((a, b) => a.rank - b.rank).map(({ key, value }) => ({ key, value }));
}

function rankOf(name: string, at: number): number {
  const bare = name.replace(/\[\d+\]$/, '');
  const [first, last] = [FIRST_FACTS.indexOf(bare), LAST_FACTS.indexOf(bare)];
  return first >= 0 ? first - 1_000 + at / 1_000 : last >= 0 ? 1_000_000 + last : at;
}

function nameOf(field: string): string {
  const known = FACT_NAMES[field] ?? FACT_NAMES[field.slice(field.lastIndexOf('.') + 1)];
  if (known !== undefined) return known;
  const words = field
    .replace(/^terms\.(measure\.)?/, '')
    .replaceAll(/[.[\]]+/g, ' ')
    .replaceAll(/([a-z])([A-Z])/g, '$1 $2')
    .replace(/ Pence$/, '')
    .toLowerCase()
    .trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function valueInWords(field: string, value: string): string {
  const name = field.slice(field.lastIndexOf('.') + 1);
  if (value === 'true') return 'yes';
  if (value === 'false') return 'no';
  if (/pence$/i.test(name)) return pounds(Number(value));
  if (name === 'unitValue') return `£${quantity(value)}`;
  if (isDate(value)) return longDate(value);
  return /quantity$|^accepted$|^hours$|^people$|^due$|^validated$/i.test(name) ? quantity(value) : value;
}
