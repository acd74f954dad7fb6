import { CONTRACT_STREAMS, contractEvolution } from '#domain/contract/contract.js';
import { type ContractState, notRegistered } from '#domain/contract/state.js';
import type { RecordedEvent } from '#domain/kernel/event.js';
import { financialYearOf } from '#domain/kernel/financial-year.js';
import { held } from '#domain/kernel/lookup.js';
import { combiningOf } from '#domain/measures/measure.js';
import { defineProjection, type Rows, type SharedAround } from '#engine/projections/projection.js';
import { cellOf, entryOf } from './cells.js';
import { dimensionId } from './dimension-id.js';
import { coveredAfter, enterCoverage, nothingCovered } from './coverage-state.js';
import { dimensionRow, dimensionsOf, membersOf } from './dimensions.js';
import { changes, type DimensionsOf } from './entries.js';
import { partsAround } from './parts-around.js';
import { type AuthorityFacts, foldAuthority, HEEDED_OF_CONTRACTS, nothingKnown, postedYearOf } from './shared.js';
import { amountsText, changedStockParts } from './stock-lines.js';
import { cell, contractCoverage, coverageEntry, derivedTables, dimension, journal, RHYTHM, type Rhythm, stockLine, upkeep } from './tables.js';
import { type TotalsState, totalsOfText, totalsText } from './totals-state.js';
import { touchedBy, type Touched } from './touched.js';

const tables = { dimension, journal, cell, stock_line: stockLine, contract_coverage: contractCoverage, coverage_entry: coverageEntry };
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

/** The totals: journal, cells, closings, the lines of stocks, and what coverage counts (DESIGN.md section 5). */
export const totalsProjection = defineProjection({
  name: 'totals',
  version: 4,
  tables,
  derived: derivedTables(RHYTHM.block),
  upkeep: upkeep(RHYTHM.snapshots),
  state: {
    of: (stream: string) => stream.startsWith(CONTRACT_STREAMS),
    initial: () => ({ contract: notRegistered, coverage: nothingCovered }),
    encode: totalsText,
    decode: totalsOfText,
  },
  shared: {
    initial: nothingKnown,
    fold: foldAuthority,
    encode: (facts: AuthorityFacts) => JSON.stringify(facts),
    decode: (text: string) => JSON.parse(text) as AuthorityFacts,
  },
  byStream: {
    prefix: CONTRACT_STREAMS,
    heeded: HEEDED_OF_CONTRACTS,
    // the contracts of a provider are asked for by a change of the provider alone
    sameToStreams: (one: AuthorityFacts, other: AuthorityFacts) => one.providers === other.providers && one.closedThrough === other.closedThrough,
  },
  fold(before: TotalsState, event, around: Around, rows: TotalsRows) {
    const contract = contractEvolution.evolve(before.contract, event);
    enter({ event, before: before.contract, after: contract, around }, touchedBy(event, contract), rows);
    const coverage = coveredAfter(before.coverage, before.contract, contract, event);
    enterCoverage(before.coverage, coverage, event.position, rows);
    return { contract, coverage };
  },
  alsoConcerns(event, { after }) {
    if (!event.stream.startsWith('provider:')) return [];
    return held(after.contractsOf, event.stream.slice('provider:'.length)) ?? [];
  },
  concerned({ contract }: TotalsState, _stream, event, around: Around, rows: TotalsRows) {
    const all = Object.keys(contract.commitments).map((commitment) => ({ commitment }));
    enter({ event, before: contract, after: contract, around }, all, rows);
  },
});

/** The totals in another rhythm: as a test needs them. */
export function totalsInRhythm({ block, snapshots }: Rhythm): typeof totalsProjection {
  return { ...totalsProjection, derived: derivedTables(block), upkeep: upkeep(snapshots) };
}

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
    const row = entryOf(change, {
      position: event.position,
      entry: numbering.next(),
      dimension: dimensionId(commitment, change.member, change.termsVersion, change.providerVersion),
      year,
      postedYear: postedYearOf(around.before, year),
    });
    rows.journal.insert(row);
    rows.cell.add(cellOf(change, row));
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
      dimension: dimensionId(commitment, part.member, its.termsVersion, its.providerVersion(part.member)),
      position: event.position,
      entry: numbering.next(),
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
