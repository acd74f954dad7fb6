import { othersInForce } from '#domain/contract/chain.js';
import type { Commitment, ContractState, DeliveryReport } from '#domain/contract/state.js';
import { dayNumber } from '#domain/kernel/date.js';
import { financialYearOf } from '#domain/kernel/financial-year.js';
import type { Pence } from '#domain/kernel/money.js';
import type { Period } from '#domain/kernel/period.js';
import { magnitude, quantityText, type Quantity } from '#domain/kernel/quantity.js';
import { type Fault, Refusal, shown } from '#domain/kernel/refusal.js';
import { dates } from '../dates.js';
import { type ClaimedFigures, claimedQuantity, figureField, worth } from './figures.js';

/** What an authority has had reported so far, over all its contracts. */
export interface ReportedSoFar {
  readonly reports: number;
  readonly pence: Pence;
}

/** A claim as sanity looks at it. */
export type UnusualLine = Period & ClaimedFigures & Pick<DeliveryReport, 'provider' | 'item'>;

/** Below this many reports almost every line is a fifth of the total, so nobody is asked about it. */
const REPORTS_BEFORE_A_FIFTH_IS_UNUSUAL = 20;

const FIX = 'Check the figure; if it is right, give the reason.';

/**
 * What is unusual about a claim that keeps every rule (COUNTING.md rule 16): a warning in an import; by command or page
 * a question that a reason answers. A fifth of the authority's total is asked about only once the authority has at
 * least 20 reports: a small one would be asked every time.
 * @param chain the root of the chain that a correction belongs to: it is not compared with itself
 */
export function unusual(
  state: ContractState,
  commitment: Commitment,
  line: UnusualLine,
  chain: string | null = null,
  soFar?: ReportedSoFar,
): readonly Fault[] {
  const { measure } = commitment.terms;
  const findings: Fault[] = [];
  const figure = figureField(measure.kind);
  const add = (field: string, value: unknown, rule: string, fix = FIX): void => {
    findings.push({ field, value: shown(value), rule, fix });
  };
  outsideContract(state, line, add);
  const typed = claimedQuantity(measure.kind, line);
  if (typed === null) return findings;
  const earlier = othersInForce(commitment, chain);
  const found = line[figure];
  const pence = Math.abs(worth(commitment, typed, line) ?? 0);
  const whole = state.terms!.valuePence;
  if (pence > whole) add(figure, found, `is worth ${pounds(pence)}, more than the whole contract at ${pounds(whole)}`);
  const largest = largestOf(earlier);
  if (largest && magnitude(typed) > 10n * magnitude(largest.quantity)) {
    add(figure, found, `is more than ten times the largest reported before, ${quantityText(largest.quantity)} in ${largest.reference}`);
  }
  if (soFar && soFar.reports >= REPORTS_BEFORE_A_FIFTH_IS_UNUSUAL && pence * 5 > soFar.pence) {
    add(figure, found, `is worth ${pounds(pence)}, more than a fifth of all that was reported to the authority, ${pounds(soFar.pence)}`);
  }
  const parts = runningTotal(commitment, line, typed, earlier);
  if (parts) {
    const rule = `equals what was reported before in ${financialYearOf(line.from)} (${parts}), as if it were the total to date`;
    add(figure, found, rule, 'Report this period alone; if the figure is right, give the reason.');
  }
  return findings;
}

/** Asks for a reason (422) for what is unusual, unless there is one. */
export function askForReason(findings: readonly Fault[], reason: string | null): void {
  const [first, ...rest] = findings;
  if (first && !reason?.trim()) throw new Refusal([first, ...rest]);
}

type Add = (field: string, value: unknown, rule: string) => void;

function outsideContract({ terms }: ContractState, line: Period, add: Add): void {
  const { startsOn, endsOn } = terms!;
  const rule = `lies outside the contract, which runs from ${startsOn} to ${endsOn}`;
  if (line.from < startsOn) add('from', line.from, rule);
  if (line.to > endsOn) add('to', line.to, rule);
}

type Counted = DeliveryReport & { readonly quantity: Quantity };

function largestOf(reports: readonly DeliveryReport[]): Counted | undefined {
  let largest: Counted | undefined;
  let most = 0n;
  for (const report of reports) {
    const size = report.quantity === null ? 0n : magnitude(report.quantity);
    if (size <= most) continue;
    largest = report as Counted;
    most = size;
  }
  return largest;
}

/**
 * A period's figure that equals the sum of the totals before it, in its year and of its member: at least two, since
 * two periods are often alike. Of stocks and percentages no running total is kept.
 */
function runningTotal({ terms }: Commitment, line: UnusualLine, typed: Quantity, earlier: readonly DeliveryReport[]): string | undefined {
  if (line.item || typed === 0n || terms.measure.combine !== 'sum') return undefined;
  const member = line.provider ?? terms.provider;
  const year = financialYearOf(line.from);
  const before = earlier
    .filter((one): one is Counted => one.quantity !== null && !one.item && (one.provider ?? terms.provider) === member)
    .filter(({ from, to }) => to < line.from && financialYearOf(from) === year)
    .sort((a, b) => dayNumber(a.from) - dayNumber(b.from));
  const sum = before.reduce((total, { quantity }) => total + quantity, 0n);
  if (before.length < 2 || sum !== typed) return undefined;
  return before.map((one) => `${quantityText(one.quantity)} for ${dates(one)}`).slice(0, 12).join(', ');
}

const sterling = new Intl.NumberFormat('en-GB', { style: 'currency', currency: 'GBP' });

function pounds(pence: Pence): string {
  return sterling.format(pence / 100);
}
