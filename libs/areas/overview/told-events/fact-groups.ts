import type { ToldEvent } from '#areas/timeline/index.js';
import { longDate } from '#domain/kernel/date.js';
import { pounds } from '#surface/pages/filters/pounds.js';
import { quantity } from '#surface/pages/filters/quantities.js';

/** A line of a summary list. */
export interface Line {
  readonly key: string;
  readonly value: string;
}

/** Several fields that are one thing, on one line. */
interface Group {
  readonly id: string;
  readonly line: Line;
}

type Fact = ToldEvent['facts'][number];
type Part = Readonly<Record<string, string | undefined>>;

const LISTED: Readonly<Record<string, { readonly key: string; readonly read: (part: Part) => string }>> = {
  evidence: {
    key: 'Evidence',
    read: ({ kind = '', fileName, sha256 }) => `${kind}${fileName ? `: ${fileName}` : ''}${sha256 ? ` (file kept under SHA-256 ${sha256})` : ' (held elsewhere by the authority)'}`,
  },
  targets: { key: 'Target', read: ({ from, to, quantity: much }) => `${period(from, to)}: ${much === undefined ? 'taken away' : quantity(much)}` },
  steps: { key: 'Step', read: ({ step = '', by }) => `${step}${by === undefined ? '' : ` (by ${longDate(by)})`}` },
  shortfalls: { key: 'Shortfall', read: ({ commitment = '', reason = '', recovery }) => `${commitment}: ${reason}${recovery === undefined ? '' : ` What will be done: ${recovery}`}` },
  'breach.periods': { key: 'Short in', read: shortPeriod },
  members: { key: 'Member', read: ({ provider = '', share }) => `${provider}, ${quantity(share)}%` },
};

/** Periods beside that of the event itself. */
const WITHIN: Readonly<Record<string, string>> = { into: 'Into the period', by: 'In the period', 'by.in': 'In the period', breach: 'Period' };

const FACTORS = { deadweight: 'would have happened anyway', displacement: 'moved from elsewhere', leakage: 'left the area', causedByOthers: 'caused by others' };

/** The line to which a field belongs together with others; undefined when it stands alone. */
export function groupOf(field: string, facts: readonly Fact[]): Group | undefined {
  const one = (name: string) => facts.find((fact) => fact.field === name)?.value;
  if (field === 'from' || field === 'to') return { id: 'period', line: { key: 'Period', value: period(one('from'), one('to')) } };
  if (field === 'hours' || field === 'people') return { id: 'quantity', line: { key: 'Hours × people', value: `${quantity(one('hours'))} × ${quantity(one('people'))}` } };
  if (field === 'terms.measure.measure' || field === 'terms.measure.name') {
    return { id: 'terms.measure', line: { key: 'Measure', value: `${one('terms.measure.name')} (${one('terms.measure.measure')})` } };
  }
  const factors = /^(.*factors)\.\w+$/.exec(field)?.[1];
  if (factors !== undefined) return { id: factors, line: { key: factors.includes('measure') ? 'Not additional (of the measure)' : 'Not additional', value: factorsOf(partOf(facts, factors)) } };
  const within = /^([\w.]+)\.(?:from|to)$/.exec(field)?.[1];
  if (within !== undefined) return { id: `${within}.period`, line: { key: WITHIN[within] ?? 'Period', value: period(one(`${within}.from`), one(`${within}.to`)) } };
  const listed = /^(([\w.]+)\[\d+\])\./.exec(field);
  const list = listed && LISTED[listed[2] ?? ''];
  return list ? { id: listed[1]!, line: { key: list.key, value: list.read(partOf(facts, listed[1]!)) } } : undefined;
}

function partOf(facts: readonly Fact[], prefix: string): Part {
  const inside = facts.filter(({ field }) => field.startsWith(`${prefix}.`));
  return Object.fromEntries(inside.map(({ field, value }) => [field.slice(prefix.length + 1), value]));
}

function factorsOf(part: Part): string {
  return Object.entries(FACTORS)
    .filter(([factor]) => part[factor] !== undefined)
    .map(([factor, words]) => `${quantity(part[factor])}% ${words}`)
    .join(', ');
}

function shortPeriod({ from, to, duePence = '0', keptPence = '0', unvaluedDue = '0', unvaluedPercent }: Part): string {
  const byValue = Number(duePence) > 0 ? [`${pounds(Number(keptPence))} validated of ${pounds(Number(duePence))} due`] : [];
  const byQuantity = Number(unvaluedDue) > 0 ? [`${quantity(unvaluedPercent)}% of what has no value`] : [];
  return `${period(from, to)}: ${[...byValue, ...byQuantity].join('; ') || 'nothing due'}`;
}

function period(from: string | undefined, to: string | undefined): string {
  if (from === undefined || to === undefined) return from === undefined && to === undefined ? '' : longDate(from ?? to ?? '');
  return from === to ? longDate(from) : `${longDate(from)} to ${longDate(to)}`;
}
