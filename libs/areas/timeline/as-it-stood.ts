import { bankHolidaysRecorded, type BankHolidaysRecorded, CALENDAR_STREAM, withBankHolidays } from '#domain/authority/calendar.js';
import { type BankHolidayTables, edition1 } from '#domain/authority/bank-holidays/bank-holidays.js';
import { contractEvolution, contractStream } from '#domain/contract/contract.js';
import { type ContractState, notRegistered } from '#domain/contract/state.js';
import type { RecordedEvent } from '#domain/kernel/event.js';
import type { Ledger } from '#engine/ledger/ledger.js';
import type { Scene } from './words/sentence.js';

/** How an entry’s contract and the bank holidays stood when it was recorded. */
export type Stood = Pick<Scene, 'before' | 'after' | 'bankHolidays'>;

const OF_NO_CONTRACT = { before: notRegistered, after: notRegistered };
const CONTRACTS = contractStream('');

/**
 * Folds how things stood at each of some entries, so that a sentence about an entry reads the same whenever it is read.
 * @param histories streams that are at hand already, from their first entry to the last of those told
 */
export async function asItStood(
  ledger: Ledger,
  authority: string,
  events: readonly RecordedEvent[],
  histories: ReadonlyMap<string, readonly RecordedEvent[]> = new Map(),
): Promise<(event: RecordedEvent) => Stood> {
  const lastIn = new Map<string, number>();
  for (const { stream, position } of events) if (stream.startsWith(CONTRACTS)) lastIn.set(stream, Math.max(position, lastIn.get(stream) ?? 0));
  const told = new Set(events.map(({ position }) => position));
  const states = new Map<number, { readonly before: ContractState; readonly after: ContractState }>();
  for (const [stream, last] of lastIn) {
    const history = histories.get(stream) ?? (await ledger.readStream(authority, stream, 0, last));
    foldInto(states, history, told);
  }
  const holidays = lastIn.size === 0 ? [] : await holidaysBy(ledger, authority, Math.max(...lastIn.values()));
  return (event) => ({ ...(states.get(event.position) ?? OF_NO_CONTRACT), bankHolidays: holidays.findLast(({ since }) => since <= event.position)?.tables ?? edition1 });
}

function foldInto(states: Map<number, { before: ContractState; after: ContractState }>, history: readonly RecordedEvent[], told: ReadonlySet<number>): void {
  let state = notRegistered;
  for (const event of history) {
    const before = state;
    state = evolved(state, event);
    if (told.has(event.position)) states.set(event.position, { before, after: state });
  }
}

/** An entry that does not fit its contract (its totals stand still there) is told all the same, by what is known. */
function evolved(state: ContractState, event: RecordedEvent): ContractState {
  try {
    return contractEvolution.evolve(state, event);
  } catch {
    return state;
  }
}

/** The bank holidays as they were known from each position on, the earliest first. */
async function holidaysBy(ledger: Ledger, authority: string, upTo: number): Promise<readonly { readonly since: number; readonly tables: BankHolidayTables }[]> {
  const known = [{ since: 0, tables: edition1 }];
  for (const { type, position, payload } of await ledger.readStream(authority, CALENDAR_STREAM, 0, upTo)) {
    if (type === bankHolidaysRecorded.type) known.push({ since: position, tables: withBankHolidays(known.at(-1)!.tables, payload as BankHolidaysRecorded) });
  }
  return known;
}
