import { asDecimal } from '../naive-count/arithmetic.js';
import { inForce, isUndecided } from '../naive-count/chain.js';
import type { Span } from '../naive-count/days.js';
import { type Amount, entriesOf, type Entry } from '../naive-count/entries.js';
import { millionths } from '../naive-count/read-ledger.js';
import type { Commitment, Target } from '../naive-count/standing.js';
import type { ContractRecord } from './record.js';
import { meet } from './span.js';

/** What is due of a commitment by the last day of a span, and what of it was validated. */
export interface NaiveItem extends Span {
  readonly commitment: string;
  readonly due: Amount;
  readonly validated: Amount;
  readonly valued: boolean;
  /** The reports of the commitment on days of it that wait for a decision. */
  readonly waiting: readonly string[];
  /** A report in force tells of days of it and of others. */
  readonly spanned: boolean;
}

/** Whether a commitment's targets can be due at all. */
function counts({ withdrawn, terms }: Commitment): boolean {
  return !withdrawn && terms.basis === 'contract' && terms.measure.combine !== 'never';
}

export function itemsOf(record: ContractRecord, commitment: Commitment): readonly NaiveItem[] {
  if (!counts(commitment)) return [];
  const owed = new Map<string, Target>();
  for (const [days, target] of commitment.targets) {
    const most = record.limits.get(`${commitment.reference} ${days}`);
    owed.set(days, most !== undefined && most < millionths(target.quantity) ? { ...target, quantity: asDecimal(most) } : target);
  }
  for (const { commitment: whose, from, to, quantity } of record.moved) {
    if (whose !== commitment.reference) continue;
    const before = owed.get(`${from} ${to}`);
    const left = (before ? millionths(before.quantity) : 0n) + quantity;
    owed.set(`${from} ${to}`, { from, to, quantity: asDecimal(left), position: before?.position ?? 0 });
  }
  for (const [days, target] of owed) if (millionths(target.quantity) < 0n) owed.set(days, { ...target, quantity: '0' });
  const { kind, combine, unitValue } = commitment.terms.measure;
  // full-time years add, whatever is said
  const isStock = combine === 'latest' && kind !== 'FTE';
  const entries = entriesOf(record.contract, { ...commitment, targets: owed });
  const items: NaiveItem[] = [];
  for (const { from, to } of owed.values()) {
    const due = sum(entries.filter((entry) => entry.side === 'target' && entry.from === from && entry.to === to), 'committed');
    const within = entries.filter((entry) => entry.side === 'validated' && entry.to >= from && entry.to <= to);
    const validated = sum(isStock ? latest(within) : within, 'validated');
    items.push({ commitment: commitment.reference, from, to, due, validated, valued: unitValue !== null, waiting: waitingReports(commitment, { from, to }), spanned: isSpanned(commitment, { from, to }) });
  }
  return items;
}

/** The reports in force on days of a span that nobody has decided. */
export function waitingReports(commitment: Commitment, span: Span): readonly string[] {
  const waiting: string[] = [];
  for (const chain of commitment.chains) {
    const report = inForce(chain);
    if (report && isUndecided(report) && meet(report, span)) waiting.push(report.reference);
  }
  return waiting;
}

function isSpanned({ chains }: Commitment, span: Span): boolean {
  for (const chain of chains) {
    const report = inForce(chain);
    if (report && meet(report, span) && (report.from < span.from || report.to > span.to)) return true;
  }
  return false;
}

/** Each member's line that ends last; of two that end on one day, the one recorded later. */
function latest(entries: readonly Entry[]): readonly Entry[] {
  const found = new Map<string, Entry>();
  for (const entry of entries) {
    const other = found.get(entry.provider);
    if (!other || entry.to > other.to || (entry.to === other.to && entry.position > other.position)) found.set(entry.provider, entry);
  }
  return [...found.values()];
}

function sum(entries: readonly Entry[], figure: 'committed' | 'validated'): Amount {
  let quantity = 0n;
  let pence = 0n;
  for (const { amounts } of entries) {
    quantity += amounts[figure]!.quantity;
    pence += amounts[figure]!.pence;
  }
  return { quantity, pence };
}
