import { type BreakCase, caseName } from '#domain/contract/break-clause.js';
import { contractEvolution } from '#domain/contract/contract.js';
import {
  breachNoticeServed,
  breachPutRight,
  breakClauseAgreed,
  breakClauseInvoked,
  breakClauseTriggered,
  breakClauseWaived,
  breakConditionSetAside,
  improvementPlanAgreed,
  remedyApplied,
} from '#domain/contract/events/index.js';
import type { ContractState } from '#domain/contract/state.js';
import type { EventOf, RecordedEvent } from '#domain/kernel/event.js';

type PayloadOf<Definition> = EventOf<Definition>['payload'];
export type AgreedClause = PayloadOf<typeof breakClauseAgreed>;

/** What was recorded of a case, step by step; of a step that was recorded again, the last. */
export interface CaseRecord {
  readonly setAside?: PayloadOf<typeof breakConditionSetAside>;
  readonly confirmed?: PayloadOf<typeof breakClauseTriggered>;
  readonly notice?: PayloadOf<typeof breachNoticeServed>;
  readonly plan?: PayloadOf<typeof improvementPlanAgreed>;
  readonly putRight?: PayloadOf<typeof breachPutRight>;
  readonly waived?: PayloadOf<typeof breakClauseWaived>;
  readonly invoked?: PayloadOf<typeof breakClauseInvoked>;
  readonly remedies: readonly PayloadOf<typeof remedyApplied>[];
}

/** A contract with what was said about its break clauses and their cases, which decisions have no need of. */
export interface ContractClauses {
  readonly state: ContractState;
  /** What each clause says, as it was last stated. */
  readonly agreed: ReadonlyMap<string, AgreedClause>;
  caseRecord(one: Pick<BreakCase, 'clause' | 'number'>): CaseRecord;
}

const STEPS: Readonly<Record<string, Exclude<keyof CaseRecord, 'remedies'>>> = {
  [breakConditionSetAside.type]: 'setAside',
  [breakClauseTriggered.type]: 'confirmed',
  [breachNoticeServed.type]: 'notice',
  [improvementPlanAgreed.type]: 'plan',
  [breachPutRight.type]: 'putRight',
  [breakClauseWaived.type]: 'waived',
  [breakClauseInvoked.type]: 'invoked',
};

const NOTHING: CaseRecord = { remedies: [] };

/** Reads a contract's stream from its beginning. */
export function readClauses(events: readonly RecordedEvent[]): ContractClauses {
  const agreed = new Map<string, AgreedClause>();
  const cases = new Map<string, CaseRecord>();
  let state = contractEvolution.initial;
  for (const event of events) {
    state = contractEvolution.evolve(state, event);
    if (event.type === breakClauseAgreed.type) {
      const clause = event.payload as AgreedClause;
      agreed.set(clause.clause, clause);
      continue;
    }
    const step = STEPS[event.type];
    if (step === undefined && event.type !== remedyApplied.type) continue;
    const named = event.payload as { readonly clause: string; readonly case: number };
    const name = caseName({ clause: named.clause, number: named.case });
    const known = cases.get(name) ?? NOTHING;
    cases.set(name, step === undefined ? { ...known, remedies: [...known.remedies, event.payload as PayloadOf<typeof remedyApplied>] } : { ...known, [step]: event.payload });
  }
  return { state, agreed, caseRecord: (one) => cases.get(caseName(one)) ?? NOTHING };
}
