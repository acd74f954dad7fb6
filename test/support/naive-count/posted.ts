import { add, type Cell, cellsOf, cellsOfCommitment, FIGURES, type Question } from './cells.js';
import { yearAfter } from './days.js';
import type { Amounts } from './entries.js';
import { nothingYet, readEntry, readLedger } from './read-ledger.js';
import type { Commitment, Contract, Standing } from './standing.js';
import type { StoredEvent } from './stored-event.js';

/** A cell by all that it is grouped by: what an entry is posted under. */
type ByIdentity = ReadonlyMap<string, Cell>;

/**
 * Rule 10: entry by entry, the change of each delivered year's figure is posted to that year, or, if it was closed
 * before, to the earliest later year that is not. The plain way: everything is read anew after each entry.
 */
export function postedCells(events: readonly StoredEvent[], question: Question): readonly Cell[] {
  const posted = new Map<string, Cell>();
  let before: ByIdentity = new Map();
  let closedThrough: string | undefined;
  for (let read = 1; read <= events.length; read += 1) {
    const standing = readLedger(events.slice(0, read));
    const after = byIdentity(cellsOf(standing, question));
    post(posted, before, after, closedThrough);
    before = after;
    closedThrough = standing.closedThrough;
  }
  return [...posted.values()];
}

/** The same, reading on from where it was and counting anew only the commitments that an entry touches. */
export function postedCellsByCommitment(events: readonly StoredEvent[], question: Question): readonly Cell[] {
  const posted = new Map<string, Cell>();
  const standing = nothingYet();
  const before = new Map<Commitment, ByIdentity>();
  for (const event of events) {
    const { closedThrough } = standing;
    readEntry(standing, event);
    for (const [contract, commitment] of touched(standing, event)) {
      const after = byIdentity(cellsOfCommitment(standing, contract, commitment, question));
      post(posted, before.get(commitment) ?? new Map(), after, closedThrough);
      before.set(commitment, after);
    }
  }
  return [...posted.values()];
}

const COUNTS_NOTHING = new Set(['ReturnSubmitted', 'ReportingScheduleAgreed', 'BreakClauseAgreed', 'ContractCompleted']);

/** The commitments whose figures an entry can change: its own; for a contract's, that contract's; for a provider's, all. */
function touched(standing: Standing, event: StoredEvent): readonly (readonly [Contract, Commitment])[] {
  const ofContract = (contract: Contract) => [...contract.commitments.values()].map((commitment) => [contract, commitment] as const);
  if (/^Provider/.test(event.type)) return [...standing.contracts.values()].flatMap(ofContract);
  const contract = standing.contracts.get(event.stream);
  if (!contract || COUNTS_NOTHING.has(event.type)) return [];
  const { commitment } = event.payload as { readonly commitment?: string };
  return ofContract(contract).filter(([, { reference }]) => commitment === undefined || commitment === reference);
}

function byIdentity(cells: readonly Cell[]): ByIdentity {
  return new Map(cells.map((cell) => [identity(cell), cell]));
}

function identity({ dimensions, tags, commitment, unit, valued }: Cell): string {
  return JSON.stringify([dimensions, tags, commitment, unit, valued]);
}

function post(posted: Map<string, Cell>, before: ByIdentity, after: ByIdentity, closedThrough: string | undefined): void {
  for (const key of new Set([...before.keys(), ...after.keys()])) {
    const was = before.get(key);
    const is = after.get(key);
    const change = add([is?.amounts ?? {}, negated(was?.amounts ?? {})]);
    if (FIGURES.every((figure) => !change[figure] || (change[figure].quantity === 0n && change[figure].pence === 0n))) continue;
    const cell = (is ?? was)!;
    const delivered = cell.dimensions['year']!;
    const year = closedThrough !== undefined && delivered <= closedThrough ? yearAfter(closedThrough) : delivered;
    const dated = { ...cell, dimensions: { ...cell.dimensions, year } };
    const under = identity(dated);
    posted.set(under, { ...dated, amounts: add([posted.get(under)?.amounts ?? {}, change]) });
  }
}

function negated(amounts: Amounts): Amounts {
  const opposite: Amounts = {};
  for (const figure of FIGURES) {
    const amount = amounts[figure];
    if (amount) opposite[figure] = { quantity: -amount.quantity, pence: -amount.pence };
  }
  return opposite;
}
