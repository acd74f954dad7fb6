import { z } from 'zod';
import * as field from '../../kernel/fields.js';
import { percentOf } from '../../kernel/percent.js';
import { change } from '../change.js';
import { contractEvent } from '../contract-event.js';
import { membersUntil } from '../members-on.js';

/**
 * The providers of a consortium and their shares, which add to exactly 100%. With `since` they are the members from that
 * day on, and who was before owes what was due before; without it they replace whoever was agreed before.
 */
export const membersAgreed = contractEvent(
  'MembersAgreed',
  z.strictObject({
    members: z.array(z.strictObject({ provider: field.reference, share: field.percent })).min(1).max(200),
    since: field.date.optional(),
    change: change.optional(),
  }),
  (state, { members, since }) => ({
    ...state,
    membersBefore: since === undefined ? [] : membersUntil(state, since),
    members: members.map(({ provider, share }) => ({ provider, share: percentOf(share) })),
  }),
);
