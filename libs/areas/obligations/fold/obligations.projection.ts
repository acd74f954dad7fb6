import { bankHolidaysRecorded } from '#domain/authority/calendar.js';
import type { BankHolidayTables } from '#domain/authority/bank-holidays/bank-holidays.js';
import { CONTRACT_STREAMS, contractEvolution } from '#domain/contract/contract.js';
import type { RecordedEvent } from '#domain/kernel/event.js';
import { defineProjection, type Rows, type SharedAround } from '#engine/projections/projection.js';
import { type AuthorityFacts, factsCodec, foldAuthority, HEEDED_OF_CONTRACTS, nothingKnown } from './authority-facts.js';
import { caseRows } from './case-rows.js';
import { countDaysOf } from './count-days.js';
import { type ObligationRow, sameRow } from './obligation-row.js';
import { nothingOwed, obligationsCodec, type ObligationsState } from './obligations-state.js';
import { reportRows } from './report-rows.js';
import { followRequests } from './requests.js';
import { returnRows } from './return-rows.js';
import { obligation, obligationEntry } from './tables.js';
import { EVERYTHING, type Touched, touchedBy } from './touched.js';
import { turnsAfter } from './turns.js';

const tables = { obligation, obligation_entry: obligationEntry };
type ObligationRows = Rows<typeof tables>;
type Around = SharedAround<AuthorityFacts>;

/** What is due from whom and when: as it stands, and how it came to stand so. What depends on today is left to queries. */
export const obligationsProjection = defineProjection({
  name: 'obligations',
  version: 3,
  tables,
  state: { of: (stream: string) => stream.startsWith(CONTRACT_STREAMS), initial: nothingOwed, ...obligationsCodec },
  shared: { initial: nothingKnown, fold: foldAuthority, ...factsCodec },
  byStream: {
    prefix: CONTRACT_STREAMS,
    heeded: HEEDED_OF_CONTRACTS,
    // which contracts there are is asked for by a change of the calendar alone
    sameToStreams: (one: AuthorityFacts, other: AuthorityFacts) => one.bankHolidays === other.bankHolidays,
  },
  fold(before: ObligationsState, event, { after: { bankHolidays } }: Around, rows: ObligationRows) {
    const contract = contractEvolution.evolve(before.contract, event);
    const touched = touchedBy(event, before.contract, contract);
    const stood = rowsOf(before, touched, bankHolidays);
    follow(before, event, contract);
    const after = { ...before, contract };
    stateChanges(stood, rowsOf(after, touched, bankHolidays), event, rows);
    return after;
  },
  alsoConcerns(event, { after }) {
    return event.type === bankHolidaysRecorded.type ? after.contracts : [];
  },
  concerned(owed: ObligationsState, _stream, event, around: Around, rows: ObligationRows) {
    const { jurisdiction } = event.payload as { jurisdiction: string };
    if (owed.contract.terms?.jurisdiction !== jurisdiction) return;
    stateChanges(rowsOf(owed, EVERYTHING, around.before.bankHolidays), rowsOf(owed, EVERYTHING, around.after.bankHolidays), event, rows);
  },
});

/** Changes the maps of a state by an event. */
function follow({ turns, requests }: ObligationsState, event: RecordedEvent, contract: ObligationsState['contract']): void {
  followRequests(requests, event);
  const { commitment, report } = event.payload as { commitment?: string; report?: string };
  if (commitment === undefined || report === undefined) return;
  const stood = turns.get(report)?.turns ?? [];
  const stand = turnsAfter(stood, event, contract);
  if (stand !== stood) turns.set(report, { commitment, turns: stand });
}

/** The rows of those obligations that were touched. */
function rowsOf(owed: ObligationsState, touched: Touched, bankHolidays: BankHolidayTables): readonly ObligationRow[] {
  const { contract, turns, requests } = owed;
  if (contract.terms === null) return [];
  const { returns, cases } = touched;
  const reports = touched.reports === 'all' ? [...turns.keys()] : touched.reports;
  if (returns === 'none' && !cases && reports.length === 0) return [];
  const count = countDaysOf(contract, bankHolidays);
  return [
    ...(returns === 'none' ? [] : returnRows(contract, requests, bankHolidays, returns === 'all' ? null : returns)),
    ...reports.flatMap((report) => {
      const its = turns.get(report);
      return its ? reportRows(contract, its.commitment, report, its.turns, count) : [];
    }),
    ...(cases ? caseRows(contract, count, bankHolidays) : []),
  ];
}

/** States what changed, and nothing else. */
function stateChanges(stood: readonly ObligationRow[], stand: readonly ObligationRow[], { position }: RecordedEvent, rows: ObligationRows): void {
  const left = new Map(stood.map((row) => [row.obligation, row]));
  for (const row of stand) {
    const before = left.get(row.obligation);
    left.delete(row.obligation);
    if (before && sameRow(before, row)) continue;
    rows.obligation.put(row);
    rows.obligation_entry.insert({ ...row, position, gone: false });
  }
  for (const row of left.values()) {
    rows.obligation.remove({ obligation: row.obligation });
    rows.obligation_entry.insert({ ...row, position, gone: true });
  }
}
