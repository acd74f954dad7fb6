import { z } from 'zod';
import * as field from '../../kernel/fields.js';
import { percentOf } from '../../kernel/percent.js';
import { change } from '../change.js';
import { contractEvent } from '../contract-event.js';

/** The providers of a consortium and their shares, which add to exactly 100%. Replaces what was agreed before. */
export const membersAgreed = contractEvent(
  'MembersAgreed',
  z.strictObject({
    members: z.array(z.strictObject({ provider: field.reference, share: field.percent })).min(1).max(200),
    change: change.optional(),
  }),
  (state, { members }) => ({
    ...state,
    members: members.map(({ provider, share }) => ({ provider, share: percentOf(share) })),
  }),
);
