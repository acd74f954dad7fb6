import { z } from 'zod';
import { knownAt } from '#areas/totals/index.js';
import * as field from '#domain/kernel/fields.js';
import { OBLIGATION_KINDS, type ObligationKind } from '../kinds.js';
import type { WantedObligations } from '../store/obligations-store.js';
import type { ObligationState } from './obligation-state.js';

/** What the authority itself is called among those from whom something is due. */
export const AUTHORITY = 'authority';

/** Which obligations are asked for, as people ask. What is left out does not matter. */
export interface AskedObligations {
  /** The reference of a provider, or `authority`. */
  readonly from?: string | undefined;
  readonly contract?: string | undefined;
  readonly kind?: readonly ObligationKind[] | undefined;
  readonly state?: readonly ObligationState[] | undefined;
  readonly dueBy?: string | undefined;
  readonly dueAfter?: string | undefined;
  /** A position, a day or an instant; left out: now. */
  readonly knownAt?: string | undefined;
  /** The day on which states are judged; left out: the day of `knownAt`, else today. */
  readonly on?: string | undefined;
}

/** The fields of a question, as people type them. */
export const askedFields = {
  from: z.string().max(40).optional().describe(`Only what is due from this provider, by its reference; or from the \`${AUTHORITY}\` itself.`),
  contract: field.reference.optional().describe('Only what is due under this contract.'),
  dueBy: field.date.optional().describe('Only what is due on this day or before it.'),
  dueAfter: field.date.optional().describe('Only what is due later than this day.'),
  knownAt,
  on: field.date.optional().describe('The day on which it is judged what is due or overdue: what came later has not come on it. Left out: the day of `knownAt`, else today.'),
};

export const askedKinds = z.array(z.enum(OBLIGATION_KINDS)).max(10).default([]).describe('Only of this kind. Repeat it for more; they are alternatives.');

/** The contract and the provider that a question names. */
export function namedIn({ contract, from }: AskedObligations): Pick<AskedObligations, 'contract' | 'from'> {
  return { contract, from: from === AUTHORITY ? undefined : from };
}

/** The question that the store answers. */
export function wantedBy(asked: AskedObligations, moment: { readonly position: number; readonly day: string }): WantedObligations {
  const { from, contract = null, kind = [], state = [], dueBy = null, dueAfter = null } = asked;
  return {
    // now is as far as the obligations are folded
    position: asked.knownAt === undefined ? null : moment.position,
    on: asked.on ?? moment.day,
    past: asked.on !== undefined && asked.on < moment.day,
    provider: from === undefined ? null : from === AUTHORITY ? '' : from,
    contract,
    kinds: kind.length > 0 ? kind : null,
    states: state.length > 0 ? state : null,
    dueBy,
    dueAfter,
  };
}
