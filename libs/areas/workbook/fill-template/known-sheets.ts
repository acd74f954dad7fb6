import type { KnownProvider } from '#areas/providers/index.js';
import type { Commitment } from '#domain/contract/state.js';
import { decimalText } from '#domain/kernel/decimal.js';
import type { MeasureTerms } from '#domain/measures/measure.js';
import { KNOWN } from '../sheets/ours.js';
import type { WrittenCell, WrittenSheet } from '../write-spreadsheet/written-workbook.js';
import type { StandingContract } from './standing-contract.js';

/** What is told of one thing: the heading, the width, and the cell. */
type Told<One> = readonly [heading: string, width: number, cell: (one: One) => WrittenCell];

/** What the ledger knows of providers, contracts, measures and commitments, to look things up in; imports pass these sheets over. */
export function knownSheets(providers: readonly KnownProvider[], contracts: readonly StandingContract[], measures: readonly MeasureTerms[]): readonly WrittenSheet[] {
  const made = contracts.flatMap((contract) => Object.values(contract.state.commitments).filter(({ withdrawn }) => !withdrawn).map((commitment): Made => ({ contract, commitment })));
  return [knownSheet(KNOWN.commitments, made, commitmentTold), knownSheet(KNOWN.contracts, contracts, contractTold), knownSheet(KNOWN.providers, providers, providerTold), knownSheet(KNOWN.measures, measures, measureTold)];
}

interface Made {
  readonly contract: StandingContract;
  readonly commitment: Commitment;
}

const text = (words: string | null): WrittenCell => ({ text: words ?? '' });
const number = (decimal: string | null): WrittenCell => (decimal === null ? { text: '' } : { text: decimal, typed: { kind: 'number', decimal, percentage: false } });
const day = (date: string): WrittenCell => ({ text: date, typed: { kind: 'date', date } });
const yesNo = (yes: boolean | null): WrittenCell => ({ text: yes === null ? '' : yes ? 'yes' : 'no' });

const commitmentTold: readonly Told<Made>[] = [
  ['reference', 16, ({ commitment }) => text(commitment.reference)],
  ['contract', 16, ({ contract }) => text(contract.state.terms!.reference)],
  ['title of the contract', 34, ({ contract }) => text(contract.state.terms!.title)],
  ['provider', 16, ({ contract, commitment }) => text(commitment.terms.provider ?? contract.state.terms!.lead)],
  ['what is counted', 34, ({ commitment }) => text(commitment.terms.measure.name)],
  ['unit', 18, ({ commitment }) => text(commitment.terms.measure.unit)],
  ['kind', 16, ({ commitment }) => text(commitment.terms.measure.kind)],
  ['evidence required', 26, ({ commitment }) => text(commitment.terms.evidenceRequired.join('; '))],
  ['bid sentence', 80, ({ contract, commitment }) => text(contract.bidSentences.get(commitment.reference) ?? null)],
];

const contractTold: readonly Told<StandingContract>[] = [
  ['reference', 16, ({ state }) => text(state.terms!.reference)],
  ['title', 40, ({ state }) => text(state.terms!.title)],
  ['directorate', 26, ({ state }) => text(state.terms!.directorate)],
  ['provider', 16, ({ state }) => text(state.terms!.lead)],
  ['manager', 30, ({ manager }) => text(manager)],
  ['starts on', 14, ({ state }) => day(state.terms!.startsOn)],
  ['ends on', 14, ({ state }) => day(state.terms!.endsOn)],
  ['value in pounds', 17, ({ state }) => number(decimalText(BigInt(state.terms!.valuePence), 2))],
  ['reporting', 14, ({ state }) => text(state.schedule?.frequency ?? 'no schedule')],
  ['status', 14, ({ state }) => text(state.status)],
];

const providerTold: readonly Told<KnownProvider>[] = [
  ['reference', 16, ({ reference }) => text(reference)],
  ['name', 40, ({ name }) => text(name)],
  ['type', 24, ({ type }) => text(type)],
  ['local', 10, ({ local }) => yesNo(local)],
  ['place', 26, ({ place }) => text(place)],
];

const measureTold: readonly Told<MeasureTerms>[] = [
  ['reference', 16, ({ measure }) => text(measure)],
  ['name', 44, ({ name }) => text(name)],
  ['theme', 20, ({ theme }) => text(theme)],
  ['unit', 18, ({ unit }) => text(unit)],
  ['kind', 16, ({ kind }) => text(kind)],
  ['value of a unit in pounds', 26, ({ unitValue }) => number(unitValue)],
];

function knownSheet<One>(name: string, all: readonly One[], told: readonly Told<One>[]): WrittenSheet {
  const note = 'For looking up only: this sheet is passed over when the workbook is imported.';
  return {
    name,
    columns: told.map(([, width]) => ({ width })),
    frozenRows: 1,
    rows: [
      { cells: told.map(([heading]) => ({ text: heading, style: 'heading' as const, note })) },
      ...all.map((one) => ({ cells: told.map(([, , cell]): WrittenCell => ({ ...cell(one), style: 'given' })) })),
    ],
  };
}
