import { z } from 'zod';
import { day, namedProvider, period, type Told } from '#areas/registers/index.js';
import { warningAbout } from '../how-reached.js';
import { OBLIGATION_KINDS } from '../kinds.js';
import type { StoredObligation } from '../store/obligations-store.js';
import { OBLIGATION_STATES } from './obligation-state.js';
import { whatIsDue } from './what.js';
import { whyThatDay } from './why.js';

/** Something due from somebody on a date. */
export const obligationShape = z
  .strictObject({
    id: z.string().describe('What it is known by, as long as it exists.'),
    kind: z.enum(OBLIGATION_KINDS).describe('Of what kind it is.'),
    what: z.string().describe('What is due, in words.'),
    contract: z.string().describe('The reference of the contract.'),
    contractTitle: z.string().describe('What the contract is about.'),
    from: namedProvider.nullable().describe('The provider from whom it is due; null: from the authority itself.'),
    period: period.describe('The days that it is about.'),
    about: z.string().describe('The delivery report, case, step or member that it is about; blank where the period says it.'),
    dueOn: day('The day on which it is due; null: not known while the contract is suspended').nullable(),
    why: z.string().describe('Why on that day, so that it can be counted again.'),
    warning: z.string().nullable().describe('What to beware of in that day: bank holidays are not known so far ahead. Null: nothing.'),
    state: z.enum(OBLIGATION_STATES).describe('How it stands on the day asked about.'),
    extension: z.enum(['asked', 'granted', 'refused']).nullable().describe('How a request for more time for a return stands; null: none was made.'),
    metOn: day('When it was met; null: it was not').nullable(),
  })
  .meta({ id: 'Obligation', description: 'Something due from somebody on a date.' });
export type ObligationAnswer = z.infer<typeof obligationShape>;

export function obligationAnswer(stored: StoredObligation, told: Told): ObligationAnswer {
  const { obligation, kind, contract, contractTitle, provider, from, to, about, dueOn, how, state, extension, closedOn } = stored;
  const counts = how.reached !== null && how.extendedUntil === null;
  return {
    id: obligation,
    kind,
    what: whatIsDue(kind, about, { from, to }),
    contract,
    contractTitle,
    from: provider === '' ? null : told.provider(provider),
    period: { from, to },
    about,
    dueOn,
    why: whyThatDay(kind, how),
    warning: counts ? warningAbout(how.reached) : null,
    state,
    extension,
    metOn: closedOn,
  };
}
