import type { ContractAnswer } from '#areas/registers/index.js';
import { isoDay } from '#surface/pages/filters/days.js';
import { quantity } from '#surface/pages/filters/quantities.js';
import type { FiguresTable } from '#surface/pages/tables/figures-table.js';
import { figureCells, figureColumns, SIX } from '../six-figures/six-figures.js';
import type { Line } from '../told-events/fact-groups.js';
import { named } from './named-provider.js';

type Commitment = ContractAnswer['commitments'][number];

/** A commitment as a contract's page shows it. */
export interface CommitmentView {
  readonly id: string;
  readonly title: string;
  /** What must be known before the rest: withdrawn, beyond contract, critical. */
  readonly tags: readonly string[];
  readonly bidSentence: string | undefined;
  readonly lines: readonly Line[];
  /** Undefined for texts, which have no figures. */
  readonly figures: FiguresTable | undefined;
}

export function commitmentView(commitment: Commitment, at: number): CommitmentView {
  const { reference, measure, basis, withdrawn, critical, bidSentence } = commitment;
  return {
    id: `commitment-${at + 1}`,
    title: `${reference}: ${measure.name}`,
    tags: [...(withdrawn ? ['Withdrawn'] : []), ...(basis === 'beyond contract' ? ['Beyond contract'] : []), ...(critical ? ['Critical'] : [])],
    bidSentence: bidSentence ?? undefined,
    lines: linesOf(commitment),
    figures: figuresOf(commitment, at),
  };
}

function linesOf(commitment: Commitment): readonly Line[] {
  const { measure, provider, targets, evidenceRequired, place, beneficiaryGroup, beneficiaryAgency, priority, bidReference, reports, undecidedReports } = commitment;
  const lines: readonly Line[] = [
    { key: 'Theme', value: `${measure.theme}: ${measure.outcome}` },
    { key: 'Delivered by', value: provider === null ? 'all members, by their shares' : named(provider) },
    { key: 'Targets', value: targets.map(({ from, to, quantity: much }) => `${quantity(much)} ${measure.unit}, ${isoDay(from)} to ${isoDay(to)}`).join('\n') || 'none' },
    { key: 'Value of one unit', value: measure.unitValue === null ? 'no money value: counted in quantities only' : `£${quantity(measure.unitValue)} (${measure.money}${measure.valueSource === '' ? '' : `; ${measure.valueSource}`})` },
    { key: 'Evidence asked for', value: evidenceRequired.join(', ') || 'none' },
    { key: 'Delivery reports', value: `${reports.toLocaleString('en-GB')}${undecidedReports === 0 ? '' : `, of which ${undecidedReports.toLocaleString('en-GB')} to decide`}` },
    { key: 'Place', value: place },
    { key: 'For', value: [beneficiaryGroup, beneficiaryAgency].filter((text) => text !== '').join(', ') },
    { key: 'Priority', value: priority },
    { key: 'Reference in the bid', value: bidReference },
  ];
  return lines.filter(({ value }) => value !== '');
}

/** Money to the nearest pound, and quantities in their own units: never added to each other. */
function figuresOf({ reference, measure, pence, quantities }: Commitment, at: number): FiguresTable | undefined {
  const money = pence.committed === null ? [] : [{ cells: [{ text: 'Money' }, ...figureCells(pence, SIX)] }];
  // the quantity of a measure of money is the money
  const counted = measure.kind === 'money' && money.length > 0 ? [] : quantities;
  const rows = [...money, ...counted.map((line) => ({ cells: [{ text: capital(line.unit) }, ...SIX.map((figure) => ({ text: quantity(line[figure]) }))] }))];
  return rows.length === 0 ? undefined : { id: `figures-${at + 1}`, caption: `Six figures of ${reference}`, columns: figureColumns('Counted in', SIX), rows };
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
