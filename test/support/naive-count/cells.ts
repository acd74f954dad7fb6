import { financialYear, quarter } from './days.js';
import { entriesOf, type Amounts, type Entry, type Figure } from './entries.js';
import { grouped } from './grouped.js';
import type { Commitment, Contract, Standing } from './standing.js';

export const FIGURES: readonly Figure[] = [
  'committed',
  'due',
  'reported',
  'evidenced',
  'validated',
  'additional',
  'notAssessed',
  'underCorrection',
  'broughtForward',
];

/** What was asked about, as far as it changes figures. */
export interface Question {
  /** Periods combine within the quarter instead of the year. */
  readonly withinQuarters: boolean;
  /** Limits every figure but *committed* to periods that ended by this day (rule 11). */
  readonly deliveredTo: string | undefined;
  /** The day by which a target's period has ended if it is *due*. */
  readonly dueBy: string;
}

/** The figures of one member for one commitment in one year (or quarter), with all that they can be grouped by. */
export interface Cell {
  /** By the names of the dimensions; all but `tag`. */
  readonly dimensions: Readonly<Record<string, string>>;
  readonly tags: readonly string[];
  readonly commitment: string;
  readonly unit: string;
  readonly valued: boolean;
  /** Some target's period has ended by the day asked about. */
  readonly targetEnded: boolean;
  readonly amounts: Amounts;
}

/** The cells of all commitments. */
export function cellsOf(standing: Standing, question: Question): readonly Cell[] {
  return [...standing.contracts.values()].flatMap((contract) =>
    [...contract.commitments.values()].flatMap((commitment) => cellsOfCommitment(standing, contract, commitment, question)),
  );
}

export function cellsOfCommitment(standing: Standing, contract: Contract, commitment: Commitment, question: Question): readonly Cell[] {
  const { measure } = commitment.terms;
  if (measure.combine === 'never') return [];
  // Full-time years sum, whatever else the measure may say (rule 3).
  const combine = measure.combine === 'latest' && measure.kind !== 'FTE' ? latestOfEachSide : (entries: readonly Entry[]) => entries;
  const { deliveredTo, dueBy, withinQuarters } = question;

  const asked = entriesOf(contract, commitment).filter(({ side, to }) => side === 'target' || deliveredTo === undefined || to <= deliveredTo);
  const groups = grouped(asked, ({ provider, to }) => JSON.stringify([provider, withinQuarters ? quarter(to) : financialYear(to)]));
  return groups.map((entries) => {
    const { provider, to } = entries[0];
    const ended = entries.filter((entry) => entry.side === 'target' && entry.to <= dueBy);
    return {
      dimensions: dimensionsOf(standing, contract, commitment, provider, to, withinQuarters),
      tags: [...new Set([...measure.tags, ...commitment.terms.tags])],
      commitment: commitment.reference,
      unit: measure.unit,
      valued: measure.unitValue !== null,
      targetEnded: ended.length > 0,
      amounts: { ...sum(combine(entries)), due: sum(combine(ended)).committed ?? { quantity: 0n, pence: 0n } },
    };
  });
}

/**
 * Rule 3, stocks: of targets, of reports and of validated reports the line with the latest last day counts, of two
 * with one last day the one recorded later. Every pending correction counts.
 */
function latestOfEachSide(entries: readonly Entry[]): readonly Entry[] {
  const pending = entries.filter(({ side }) => side === 'pending');
  const counting = (['target', 'reported', 'validated'] as const).flatMap((side) => {
    const lines = entries.filter((entry) => entry.side === side);
    return lines.filter((line) => !lines.some((other) => other.to > line.to || (other.to === line.to && other.position > line.position)));
  });
  return [...counting, ...pending];
}

function sum(entries: readonly Entry[]): Amounts {
  return add(entries.map(({ amounts }) => amounts));
}

/** Figure by figure. */
export function add(amounts: readonly Amounts[]): Amounts {
  const total: Amounts = {};
  for (const one of amounts) {
    for (const figure of FIGURES) {
      const given = one[figure];
      if (!given) continue;
      const before = total[figure] ?? { quantity: 0n, pence: 0n };
      total[figure] = { quantity: before.quantity + given.quantity, pence: before.pence + given.pence };
    }
  }
  return total;
}

function dimensionsOf(
  standing: Standing,
  contract: Contract,
  { terms }: Commitment,
  provider: string,
  to: string,
  withinQuarters: boolean,
): Readonly<Record<string, string>> {
  return {
    year: financialYear(to),
    ...(withinQuarters ? { quarter: quarter(to) } : {}),
    'contract-basis': terms.basis,
    theme: terms.measure.theme,
    outcome: terms.measure.outcome,
    measure: terms.measure.measure,
    contract: contract.reference,
    directorate: contract.terms.directorate,
    provider,
    'provider-type': standing.providerTypes.get(provider) ?? '',
    place: terms.place,
    'beneficiary-agency': terms.beneficiaryAgency,
    'beneficiary-group': terms.beneficiaryGroup,
    priority: terms.priority,
    money: terms.measure.money,
  };
}
