import { z } from 'zod';
import * as field from '../../kernel/fields.js';
import { held } from '../../kernel/lookup.js';
import { breach, judgedOn } from '../breach.js';
import { termsOn } from '../break-clause.js';
import { contractEvent } from '../contract-event.js';

/**
 * The system found that a break clause's condition was met, and with which figures. It says nothing to the provider and
 * nothing follows from it until a person confirms it.
 */
export const breakConditionMet = contractEvent(
  'BreakConditionMet',
  z.strictObject({ clause: field.reference, case: z.int().min(1), breach, metOn: field.date }),
  (state, { clause, case: number, breach, metOn }) => {
    const stated = held(state.breakClauses, clause);
    if (!stated) throw new Error(`The ledger holds an event for the break clause ${clause}, which was never agreed.`);
    const one = {
      clause,
      number,
      terms: termsOn(stated, judgedOn(breach)) ?? stated.terms,
      breach,
      metOn,
      setAsideOn: null,
      confirmed: null,
      notice: null,
      plan: null,
      putRightOn: null,
      waivedOn: null,
      remedies: [],
      invoked: null,
    };
    return { ...state, breakClauses: { ...state.breakClauses, [clause]: { ...stated, cases: [...stated.cases, one] } } };
  },
);
