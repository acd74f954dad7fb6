import type { ContractState } from '#domain/contract/state.js';
import type { IsoDate } from '#domain/kernel/date.js';
import { held } from '#domain/kernel/lookup.js';
import { AUTHORITY_RULES, DAYS_TO_ANSWER_A_QUERY } from '../authority-rules.js';
import type { CountDays } from './count-days.js';
import { type CountedSince, type ObligationRow, obligationRow } from './obligation-row.js';
import { isTurn, type Turn } from './turns.js';

/** What is due about one delivery report: each review, and each answer to a question. */
export function reportRows(state: ContractState, commitment: string, report: string, turns: readonly Turn[], count: CountDays): readonly ObligationRow[] {
  const made = held(state.commitments, commitment);
  const stated = made?.reports.get(report);
  if (!made || !stated) return [];
  // what was not taken while it could be is owed by nobody any more
  const owed = turns.map((turn, index) => ({ turn, index })).filter(({ turn, index }) => turn.takenOn !== null || (index === turns.length - 1 && isTurn(turn.kind, made, stated)));
  return owed.map(({ turn, index }) => {
    const kind = turn.kind === 'review' ? 'review a report' : 'answer a query';
    const counted = onRecord(state, turn);
    const reached = count(counted.day, kind === 'answer a query' ? DAYS_TO_ANSWER_A_QUERY : AUTHORITY_RULES[kind]);
    return obligationRow(state.terms!, {
      kind,
      key: [report, index + 1],
      provider: turn.provider,
      from: stated.from,
      to: stated.to,
      about: report,
      dueOn: reached.date,
      how: { reached, since: counted.since, extendedUntil: null },
      closedOn: turn.takenOn,
    });
  });
}

/** Of what lay here when the contract came on record nobody could be asked before that day. */
function onRecord({ onRecordFrom }: ContractState, { day, since }: Turn): { readonly day: IsoDate; readonly since: CountedSince } {
  return onRecordFrom !== null && onRecordFrom > day ? { day: onRecordFrom, since: 'the contract came on record' } : { day, since };
}
