import { contractEvolution } from '#domain/contract/contract.js';
import { contractOfText, contractText } from '#domain/contract/state-text.js';
import { type ContractState, notRegistered } from '#domain/contract/state.js';
import type { RecordedEvent } from '#domain/kernel/event.js';
import { financialYearOf } from '#domain/kernel/financial-year.js';
import { held } from '#domain/kernel/lookup.js';
import { combiningOf } from '#domain/measures/measure.js';
import { defineProjection, type Rows, type SharedAround } from '#engine/projections/projection.js';
import { cellOf, enterAmount } from './cells.js';
import { coverageOf, sameCoverage, undecidedPeriod } from './coverage.js';
import { dimensionRow, dimensionsOf, membersOf } from './dimensions.js';
import { changes, type DimensionsOf } from './entries.js';
import { partsAround } from './parts-around.js';
import { type AuthorityFacts, foldAuthority, HEEDED_OF_CONTRACTS, nothingKnown, postedYearOf } from './shared.js';
import { amountsText, changedStockParts } from './stock-lines.js';
import { cell, contractCoverage, dimension, journal, returnFiled, stockLine, undecided } from './tables.js';
import { touchedBy, type Touched } from './touched.js';

const tables = { dimension, journal, cell, stock_line: stockLine, contract_coverage: contractCoverage, return_filed: returnFiled, undecided };
type TotalsRows = Rows<typeof tables>;
type Around = SharedAround<AuthorityFacts>;

/** Events of a commitment's lines alone, beside those of reports: coverage asks for nothing that they say. */
const OF_LINES: ReadonlySet<string> = new Set(['TargetAgreed', 'OpeningBalanceBroughtForward']);

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
    encode: contractText,
    decode: contractOfText,
  },
  shared: {
    initial: nothingKnown,
    fold: foldAuthority,
    encode: (facts: AuthorityFacts) => JSON.stringify(facts),
    decode: (text: string) => JSON.parse(text) as AuthorityFacts,
  },
  byStream: {
    prefix: 'contract:',
    heeded: HEEDED_OF_CONTRACTS,
    // the contracts of a provider are asked for by a change of the provider alone
    sameToStreams: (one: AuthorityFacts, other: AuthorityFacts) => one.providers === other.providers && one.closedThrough === other.closedThrough,
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
    const dimensions = dimensionsAround(step, each);
    const parts = partsAround(step.before, step.after, each, dimensions.same);
    enterChanges(step, each, parts, dimensions, numbering, rows);
    enterStockLines(step, each, parts, dimensions, numbering, rows);
  }
}

type PartsAround = ReturnType<typeof partsAround>;

/** Under which dimensions a commitment's amounts stood and stand. */
interface DimensionsAround {
  readonly before: DimensionsOf;
  readonly after: DimensionsOf;
  readonly same: boolean;
}

function dimensionsAround({ before, after, around }: Step, { commitment }: Touched): DimensionsAround {
  const stood = dimensionsOf(before, held(before.commitments, commitment), around.before);
  const stand = dimensionsOf(after, held(after.commitments, commitment), around.after);
  return { before: stood, after: stand, same: stood.termsVersion === stand.termsVersion && around.before.providers === around.after.providers };
}

function putDimensions({ event, after, around }: Step, touched: Touched, rows: TotalsRows): void {
  const commitment = held(after.commitments, touched.commitment);
  if (!commitment || !after.terms || combiningOf(commitment.terms.measure) === 'never') return;
  // a line states dimensions only where it names a member, who may not have been seen yet
  const namesMember = typeof (event.payload as { provider?: unknown }).provider === 'string';
  if (touched.lines && !namesMember) return;
  for (const member of membersOf(after, commitment)) rows.dimension.put(dimensionRow(after, commitment, member, around.after));
}

function enterChanges({ event, around }: Step, { commitment }: Touched, parts: PartsAround, dimensions: DimensionsAround, numbering: Numbering, rows: TotalsRows): void {
  for (const change of changes(parts.before.counting, dimensions.before, parts.after.counting, dimensions.after)) {
    const year = financialYearOf(change.to);
    const postedYear = postedYearOf(around.before, year);
    const cell = cellOf(commitment, change, year, postedYear);
    for (const [figure, { pence, quantity }] of change.amounts) {
      rows.journal.insert({
        position: event.position,
        entry: numbering.next(),
        commitment,
        provider: change.member,
        terms_version: change.termsVersion,
        provider_version: change.providerVersion,
        figure,
        period_from: change.from,
        period_to: change.to,
        year,
        posted_year: postedYear,
        pence,
        quantity,
      });
      enterAmount(cell, figure, pence, quantity);
    }
    rows.cell.add(cell);
  }
}

function enterStockLines({ event, before, after, around }: Step, { commitment }: Touched, parts: PartsAround, dimensions: DimensionsAround, numbering: Numbering, rows: TotalsRows): void {
  const wasStock = isStockOf(held(before.commitments, commitment));
  const isStock = isStockOf(held(after.commitments, commitment));
  if (!wasStock && !isStock) return;
  const stood = wasStock ? parts.before.raw : [];
  const stand = isStock ? parts.after.raw : [];
  for (const { part, present } of changedStockParts(stood, dimensions.before, stand, dimensions.after)) {
    const its = present ? dimensions.after : dimensions.before;
    rows.stock_line.insert({
      position: event.position,
      entry: numbering.next(),
      commitment,
      provider: part.member,
      terms_version: its.termsVersion,
      provider_version: its.providerVersion(part.member),
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
  const now = OF_LINES.has(event.type) || payload.report ? undefined : coverageOf(after);
  if (now && !sameCoverage(coverageOf(before), now)) rows.contract_coverage.insert({ ...now, position });
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
