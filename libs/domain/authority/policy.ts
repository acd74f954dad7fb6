import { z } from 'zod';
import type { Evolution } from '../kernel/decider.js';
import { defineEvent, erasableText } from '../kernel/event.js';
import * as field from '../kernel/fields.js';

/** The authority began to keep its record here. */
export const authorityOpened = defineEvent('AuthorityOpened', z.strictObject({ name: field.name() }));

/** The authority allows, or no longer allows, people to review what they entered themselves; it is then flagged. */
export const selfReviewPolicySet = defineEvent(
  'SelfReviewPolicySet',
  z.strictObject({ allowed: z.boolean(), reason: erasableText() }),
);

/** Texts were erased from beside the ledger; their digests stay in the entries that stated them. */
export const textsErased = defineEvent(
  'TextsErased',
  z.strictObject({ digests: z.array(z.string().regex(/^[0-9a-f]{64}$/)).min(1).max(10_000), reason: erasableText() }),
);

export const policyEvents = [authorityOpened, selfReviewPolicySet, textsErased] as const;

export const POLICY_STREAM = 'policy';

export interface PolicyState {
  readonly version: number;
  readonly selfReviewAllowed: boolean;
}

export const policyEvolution: Evolution<PolicyState> = {
  initial: { version: 0, selfReviewAllowed: false },
  evolve(state, event) {
    if (!policyEvents.some(({ type }) => type === event.type)) throw new Error(`The policy holds an event of the unknown type ${event.type}.`);
    const version = state.version + 1;
    if (event.type !== selfReviewPolicySet.type) return { ...state, version };
    return { version, selfReviewAllowed: (event.payload as { allowed: boolean }).allowed };
  },
};
