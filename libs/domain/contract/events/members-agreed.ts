import { z } from 'zod';
import * as field from '../../kernel/fields.js';
import { percentOf } from '../../kernel/percent.js';
import { change } from '../change.js';
import { contractEvent } from '../contract-event.js';
import { membersUntil, membersUntilCorrected } from '../members-on.js';
import { recutOn } from '../reporting/recut.js';

/**
 * The providers of a consortium and their shares, which add to exactly 100%. With `since` they are the members from that
 * day on, and who was before owes what was due before; without it they replace whoever was agreed before. Those who were
 * typed wrong (an entry error) never were, and owe nothing. `onRecordFrom` is the day on which it came on record, where they
 * are members from an earlier one.
 */
export const membersAgreed = contractEvent(
  'MembersAgreed',
  z.strictObject({
    members: z.array(z.strictObject({ provider: field.reference, share: field.percent })).min(1).max(200),
    since: field.date.optional(),
    onRecordFrom: field.date.optional(),
    change: change.optional(),
  }),
  (state, { members, since, onRecordFrom, change }) => ({
    ...state,
    membersBefore: since === undefined ? [] : change?.kind === 'entry error' ? membersUntilCorrected(state, since) : membersUntil(state, since),
    recuts: recutOn(state, onRecordFrom),
    members: members.map(({ provider, share }) => ({ provider, share: percentOf(share) })),
  }),
);
