import { contractEvolution } from '#domain/contract/contract.js';
import type { breakClauseAgreed, openingBalanceBroughtForward, returnSubmitted } from '#domain/contract/events/index.js';
import type { ContractState } from '#domain/contract/state.js';
import type { ErasableText, EventOf, RecordedEvent } from '#domain/kernel/event.js';
import { type ReportRecord, readReports } from './report-record.js';

type PayloadOf<Definition> = EventOf<Definition>['payload'];
export type AgreedClause = PayloadOf<typeof breakClauseAgreed>;
export type FiledReturn = PayloadOf<typeof returnSubmitted>;
export type BroughtForward = PayloadOf<typeof openingBalanceBroughtForward>;

/** A contract with all that is told of it and that decisions and counting have no need of. */
export interface ContractRecord {
  readonly state: ContractState;
  readonly lastRecordedAt: string;
  /** Why it was completed, where it was said. */
  readonly completionReason: ErasableText | null;
  /** By commitment. */
  readonly bidSentences: ReadonlyMap<string, ErasableText | null>;
  readonly returns: readonly FiledReturn[];
  readonly breakClauses: readonly AgreedClause[];
  /** By commitment. */
  readonly openingBalances: ReadonlyMap<string, readonly BroughtForward[]>;
  /** By report. */
  readonly reports: ReadonlyMap<string, ReportRecord>;
}

/** Reads a contract's stream from its beginning; undefined for one that was never registered. */
export function readContract(events: readonly RecordedEvent[]): ContractRecord | undefined {
  const last = events.at(-1);
  if (!last) return undefined;
  const bidSentences = new Map<string, ErasableText | null>();
  const returns = new Map<string, FiledReturn>();
  const breakClauses = new Map<string, AgreedClause>();
  const openingBalances = new Map<string, Map<string, BroughtForward>>();
  let state = contractEvolution.initial;
  let completionReason: ErasableText | null = null;
  for (const event of events) {
    state = contractEvolution.evolve(state, event);
    switch (event.type) {
      case 'CommitmentMade':
      case 'CommitmentVaried':
      case 'CommitmentCorrected': {
        const { commitment, bidSentence } = event.payload as { commitment: string; bidSentence?: ErasableText | null };
        if (bidSentence !== undefined) bidSentences.set(commitment, bidSentence);
        break;
      }
      case 'ReturnSubmitted': {
        const filed = event.payload as FiledReturn;
        returns.set(`${filed.provider}/${filed.from}/${filed.to}`, filed);
        break;
      }
      case 'BreakClauseAgreed':
        breakClauses.set((event.payload as AgreedClause).clause, event.payload as AgreedClause);
        break;
      case 'OpeningBalanceBroughtForward': {
        const balance = event.payload as BroughtForward;
        const standing = openingBalances.get(balance.commitment) ?? new Map<string, BroughtForward>();
        openingBalances.set(balance.commitment, standing.set(`${balance.provider ?? ''}/${balance.from}/${balance.to}`, balance));
        break;
      }
      case 'ContractCompleted':
        completionReason = (event.payload as { reason?: ErasableText }).reason ?? null;
    }
  }
  return {
    state,
    lastRecordedAt: last.recordedAt,
    completionReason,
    bidSentences,
    returns: [...returns.values()],
    breakClauses: [...breakClauses.values()],
    openingBalances: new Map([...openingBalances].map(([commitment, balances]) => [commitment, [...balances.values()]])),
    reports: readReports(events),
  };
}
