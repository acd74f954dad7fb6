import { contractEvolution } from '#domain/contract/contract.js';
import { type ContractState, notRegistered } from '#domain/contract/state.js';
import { fromExactJson, toExactJson } from '#domain/kernel/exact-json.js';
import type { RecordedEvent } from '#domain/kernel/event.js';
import { financialYearOf } from '#domain/kernel/financial-year.js';
import { held } from '#domain/kernel/lookup.js';
import { combiningOf } from '#domain/measures/measure.js';
import { defineProjection, type Rows, type SharedAround } from '#engine/projections/projection.js';
import { COLUMN, emptyCell } from './cells.js';
import { coverageOf, sameCoverage, undecidedPeriod } from './coverage.js';
import { dimensionRow, dimensionsOf, membersOf } from './dimensions.js';
import { changes } from './entries.js';
import { type AuthorityFacts, foldAuthority, nothingKnown, postedYearOf } from './shared.js';
import { amountsText, changedStockParts } from './stock-lines.js';
import { cell, contractCoverage, dimension, journal, returnFiled, stockLine, undecided } from './tables.js';
import { countedParts, touchedBy, type Touched } from './touched.js';

const tables = { dimension, journal, cell, stock_line: stockLine, contract_coverage: contractCoverage, return_filed: returnFiled, undecided };
type TotalsRows = Rows<typeof tables>;
type Around = SharedAround<AuthorityFacts>;

/** One event, seen from one contract: its states and the authority's facts before and after. */
interface Step {
  readonly event: RecordedEvent;
  readonly before: ContractState;
  readonly after: ContractState;
  readonly around: Around;
}

/** Numbers the rows of one position and commitment. */
class Numbering {
  private last = 0;
  next(): number {
    return ++this.last;
  }
}

/** The totals: journal, cells, the lines of stocks, and what coverage counts (DESIGN.md section 5). */
export const totalsProjection = defineProjection({
  name: 'totals',
  version: 1,
  tables,
  state: {
    of: (stream: string) => stream.startsWith('contract:'),
    initial: () => notRegistered,
    encode: toExactJson,
    decode: (text: string) => fromExactJson(text) as ContractState,
  },
  shared: {
    initial: nothingKnown,
    fold: foldAuthority,
    encode: (facts: AuthorityFacts) => JSON.stringify(facts),
    decode: (text: string) => JSON.parse(text) as AuthorityFacts,
  },
  fold(before: ContractState, event, around: Around, rows: TotalsRows) {
    const after = contractEvolution.evolve(before, event);
    enter({ event, before, after, around }, touchedBy(event, after), rows);
    enterCoverage(before, after, event, rows);
    return after;
  },
  alsoConcerns(event, { after }) {
    if (!event.stream.startsWith('provider:')) return [];
    return held(after.contractsOf, event.stream.slice('provider:'.length)) ?? [];
  },
  concerned(state: ContractState, _stream, event, around: Around, rows: TotalsRows) {
    const all = Object.keys(state.commitments).map((commitment) => ({ commitment }));
    enter({ event, before: state, after: state, around }, all, rows);
  },
});

function enter(step: Step, touched: readonly Touched[], rows: TotalsRows): void {
  for (const each of touched) {
    const numbering = new Numbering();
    putDimensions(step, each, rows);
    const before = countedParts(step.before, each);
    const after = countedParts(step.after, each);
    enterChanges(step, each, before.counting, after.counting, numbering, rows);
    enterStockLines(step, each, before, after, numbering, rows);
  }
}

function putDimensions({ event, after, around }: Step, touched: Touched, rows: TotalsRows): void {
  const commitment = held(after.commitments, touched.commitment);
  if (!commitment || !after.terms || combiningOf(commitment.terms.measure) === 'never') return;
  // a line states dimensions only where it names a member, who may not have been seen yet
  const namesMember = typeof (event.payload as { provider?: unknown }).provider === 'string';
  if (touched.lines && !namesMember) return;
  for (const member of membersOf(after, commitment)) rows.dimension.put(dimensionRow(after, commitment, member, around.after));
}

function enterChanges(
  { event, before, after, around }: Step,
  { commitment }: Touched,
  partsBefore: ReturnType<typeof countedParts>['counting'],
  partsAfter: ReturnType<typeof countedParts>['counting'],
  numbering: Numbering,
  rows: TotalsRows,
): void {
  const dimensionsBefore = dimensionsOf(before, held(before.commitments, commitment), around.before);
  const dimensionsAfter = dimensionsOf(after, held(after.commitments, commitment), around.after);
  for (const change of changes(partsBefore, dimensionsBefore, partsAfter, dimensionsAfter)) {
    const year = financialYearOf(change.to);
    const place = {
      commitment,
      provider: change.member,
      terms_version: change.termsVersion,
      provider_version: change.providerVersion,
      period_from: change.from,
      period_to: change.to,
      year,
      posted_year: postedYearOf(around.before, year),
    };
    const added: Record<string, number | bigint> = {};
    for (const [figure, { pence, quantity }] of change.amounts) {
      rows.journal.insert({ ...place, position: event.position, entry: numbering.next(), figure, pence, quantity });
      added[`${COLUMN[figure]}_pence`] = pence;
      added[`${COLUMN[figure]}_quantity`] = quantity;
    }
    rows.cell.add({ ...place, ...emptyCell, ...added });
  }
}

function enterStockLines(
  { event, before, after, around }: Step,
  { commitment }: Touched,
  partsBefore: ReturnType<typeof countedParts>,
  partsAfter: ReturnType<typeof countedParts>,
  numbering: Numbering,
  rows: TotalsRows,
): void {
  const made = held(after.commitments, commitment);
  const wasStock = isStockOf(held(before.commitments, commitment));
  const isStock = isStockOf(made);
  if (!wasStock && !isStock) return;
  const dimensionsBefore = dimensionsOf(before, held(before.commitments, commitment), around.before);
  const dimensionsAfter = dimensionsOf(after, made, around.after);
  const stood = wasStock ? partsBefore.raw : [];
  const stand = isStock ? partsAfter.raw : [];
  for (const { part, present } of changedStockParts(stood, dimensionsBefore, stand, dimensionsAfter)) {
    const dimensions = present ? dimensionsAfter : dimensionsBefore;
    rows.stock_line.insert({
      position: event.position,
      entry: numbering.next(),
      commitment,
      provider: part.member,
      terms_version: dimensions.termsVersion,
      provider_version: dimensions.providerVersion(part.member),
      line: part.line,
      role: part.role,
      period_from: part.from,
      period_to: part.to,
      recorded: part.recorded,
      present,
      amounts: amountsText(part.amounts),
      closed_through: around.before.closedThrough,
    });
  }
}

function isStockOf(commitment: ContractState['commitments'][string] | undefined): boolean {
  return commitment !== undefined && combiningOf(commitment.terms.measure) === 'latest';
}

function enterCoverage(before: ContractState, after: ContractState, event: RecordedEvent, rows: TotalsRows): void {
  const { position } = event;
  const payload = event.payload as { commitment?: string; report?: string; provider?: string; from?: string; to?: string };
  const now = coverageOf(after);
  if (now && !payload.report && !sameCoverage(coverageOf(before), now)) rows.contract_coverage.insert({ ...now, position });
  if (event.type === 'ReturnSubmitted') {
    rows.return_filed.insert({
      contract: after.terms!.reference,
      provider: payload.provider!,
      period_from: payload.from!,
      period_to: payload.to!,
      position,
    });
  }
  if (payload.commitment && payload.report) {
    const waited = reportWaits(before, event);
    const waits = undecidedPeriod(after, payload.commitment, payload.report);
    if (waited === waits) return;
    const contract = after.terms!.reference;
    if (waited) rows.undecided.insert({ contract, position, entry: 1, period_to: waited, year: financialYearOf(waited), change: -1 });
    if (waits) rows.undecided.insert({ contract, position, entry: 2, period_to: waits, year: financialYearOf(waits), change: 1 });
  }
}

/** The end of the period for which the event's chain waited for a decision before it; a correction is not in the state before it. */
function reportWaits(before: ContractState, event: RecordedEvent): string | null {
  const { commitment, report, corrects } = event.payload as { commitment: string; report: string; corrects?: string };
  return undecidedPeriod(before, commitment, corrects ?? report);
}
