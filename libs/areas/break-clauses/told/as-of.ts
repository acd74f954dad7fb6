import type { BreakCase, BreakClause } from '#domain/contract/break-clause.js';
import type { IsoDate } from '#domain/kernel/date.js';
import type { CaseRecord, ContractClauses } from './clause-record.js';

/** A clause as it stood on a day: the cases that had been found by then, with the steps that had been taken. */
export function clauseAsOf(clause: BreakClause, day: IsoDate): BreakClause {
  return { ...clause, cases: clause.cases.filter(({ metOn }) => metOn <= day).map((one) => caseAsOf(one, day)) };
}

/** What was recorded of a contract's cases, without the steps that were taken after a day. */
export function recordAsOf(record: ContractClauses, day: IsoDate): ContractClauses {
  return { ...record, caseRecord: (one) => stepsAsOf(record.caseRecord(one), day) };
}

function caseAsOf(one: BreakCase, day: IsoDate): BreakCase {
  const by = (date: IsoDate | null) => (date !== null && date <= day ? date : null);
  const { confirmed, notice, invoked } = one;
  return {
    ...one,
    setAsideOn: by(one.setAsideOn),
    confirmed: confirmed && confirmed.on <= day ? confirmed : null,
    notice: notice && notice.sentOn <= day ? notice : null,
    putRightOn: by(one.putRightOn),
    waivedOn: by(one.waivedOn),
    remedies: one.remedies.filter(({ on }) => on <= day),
    invoked: invoked && invoked.on <= day ? invoked : null,
  };
}

function stepsAsOf({ setAside, confirmed, notice, plan, putRight, waived, invoked, remedies }: CaseRecord, day: IsoDate): CaseRecord {
  return {
    ...(setAside && setAside.setAsideOn <= day && { setAside }),
    ...(confirmed && confirmed.confirmedOn <= day && { confirmed }),
    ...(notice && notice.sentOn <= day && { notice }),
    ...(plan && plan.agreedOn <= day && { plan }),
    ...(putRight && putRight.putRightOn <= day && { putRight }),
    ...(waived && waived.waivedOn <= day && { waived }),
    ...(invoked && invoked.invokedOn <= day && { invoked }),
    remedies: remedies.filter(({ appliedOn }) => appliedOn <= day),
  };
}
