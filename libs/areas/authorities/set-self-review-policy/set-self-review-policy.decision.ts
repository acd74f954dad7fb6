import { z } from 'zod';
import { type PolicyState, selfReviewPolicySet } from '#domain/authority/policy.js';
import type { NewEvent } from '#domain/kernel/event.js';
import * as field from '#domain/kernel/fields.js';
import { refuse } from '#domain/kernel/refusal.js';

/** Say whether people may review what they entered themselves. Such reviews are flagged and counted. */
export const setSelfReviewPolicy = z.strictObject({
  allowed: z.boolean().describe('Whether people may review what they entered themselves.'),
  reason: field.reason,
});
export type SetSelfReviewPolicy = z.infer<typeof setSelfReviewPolicy>;

export function decideSelfReviewPolicy(state: PolicyState, { allowed, reason }: SetSelfReviewPolicy, { today }: { readonly today: string }): NewEvent[] {
  if (allowed === state.selfReviewAllowed) {
    refuse('allowed', allowed, `must change the policy, but self-review is ${allowed ? 'allowed' : 'not allowed'} already`, 'Leave it as it is.');
  }
  return [{ type: selfReviewPolicySet.type, businessDate: today, payload: { allowed, reason } }];
}
