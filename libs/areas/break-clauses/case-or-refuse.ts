import { z } from 'zod';
import { type BreakCase, type BreakClause, caseName, isClosed } from '#domain/contract/break-clause.js';
import type { ContractState } from '#domain/contract/state.js';
import { longDate } from '#domain/kernel/date.js';
import * as field from '#domain/kernel/fields.js';
import { held } from '#domain/kernel/lookup.js';
import { type Faults, refuse } from '#domain/kernel/refusal.js';

/** Which case of which break clause a command is about. */
export const whichCase = {
  clause: field.reference.describe('The reference of the break clause.'),
  case: z.int().min(1).describe('The number of the case within the clause: 1 is the first time that its condition was met.'),
};

export interface WhichCase {
  readonly clause: string;
  readonly case: number;
}

/** The case that a command is about, with its clause. */
export function caseOrRefuse(state: ContractState, named: WhichCase): { readonly clause: BreakClause; readonly one: BreakCase } {
  const clause =
    held(state.breakClauses, named.clause) ??
    refuse('clause', named.clause, 'must be a break clause of this authority', 'Look the reference up among the break clauses.', 'not found');
  const one =
    clause.cases[named.case - 1] ??
    refuse('case', named.case, `must be a case of ${named.clause}, whose condition was met ${times(clause.cases.length)}`, 'Look the case up among the break clauses.', 'not found');
  return { clause, one };
}

/** The same, of a case from which something can still follow. */
export function openCaseOrRefuse(state: ContractState, named: WhichCase): { readonly clause: BreakClause; readonly one: BreakCase } {
  const found = caseOrRefuse(state, named);
  if (isClosed(found.one)) refuse('case', caseName(found.one), `must be open, but ${howClosed(found.one)}`, 'Nothing more can follow from it. A later breach is a case of its own.');
  return found;
}

/** The same, of a case that a named person confirmed. */
export function confirmedCaseOrRefuse(state: ContractState, named: WhichCase): { readonly clause: BreakClause; readonly one: BreakCase } {
  const found = openCaseOrRefuse(state, named);
  if (!found.one.confirmed) refuse('case', caseName(found.one), 'must have been confirmed by a person', 'Confirm first that the condition was met, or set it aside.');
  return found;
}

/** The same, of one that was neither set aside nor waived: a remedy can follow once it was put right or the clause invoked, too. */
export function keptCaseOrRefuse(state: ContractState, named: WhichCase): { readonly clause: BreakClause; readonly one: BreakCase } {
  const found = caseOrRefuse(state, named);
  const { confirmed, putRightOn, invoked } = found.one;
  return confirmed && (putRightOn !== null || invoked) && !found.one.remedies.some(({ settles }) => settles) ? found : confirmedCaseOrRefuse(state, named);
}

/** Notes a day that lies after today, or before something that must have come first. */
export function checkDay(faults: Faults, name: string, day: string, today: string, first: { readonly on: string; readonly what: string } | null): void {
  if (day > today) faults.add(name, day, `must not be after today, ${today}`, 'Record it once it has happened.');
  if (first && day < first.on) faults.add(name, day, `must not lie before ${first.on}, ${first.what}`, 'Mend the day.');
}

function howClosed(one: BreakCase): string {
  if (one.setAsideOn !== null) return `it was set aside on ${longDate(one.setAsideOn)}`;
  if (one.invoked) return `the clause was invoked on ${longDate(one.invoked.on)}`;
  if (one.waivedOn !== null) return `it was waived on ${longDate(one.waivedOn)}`;
  if (one.putRightOn !== null) return `it was put right on ${longDate(one.putRightOn)}`;
  return `it was settled on ${longDate(one.remedies.find(({ settles }) => settles)!.on)}`;
}

function times(count: number): string {
  if (count === 0) return 'never';
  return count === 1 ? 'once' : `${count} times`;
}
