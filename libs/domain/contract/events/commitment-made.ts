import { z } from 'zod';
import { erasableText } from '../../kernel/event.js';
import * as field from '../../kernel/fields.js';
import { Kept } from '../../kernel/kept.js';
import { commitmentTerms } from '../commitment-terms.js';
import { contractEvent } from '../contract-event.js';

/** A provider promised so much of a measure, in the bid's own sentence. Its targets follow as TargetAgreed. */
export const commitmentMade = contractEvent(
  'CommitmentMade',
  z.strictObject({
    commitment: field.reference,
    terms: commitmentTerms,
    /** Null for what is delivered beyond the contract. */
    bidSentence: erasableText(2_000).nullable(),
  }),
  (state, { commitment, terms }, recorded) => ({
    ...state,
    commitments: {
      ...state.commitments,
      [commitment]: {
        reference: commitment,
        terms,
        termsSince: recorded,
        withdrawn: false,
        criticalSince: null,
        providerSince: null,
        targets: {},
        openingBalances: {},
        reports: Kept.none(),
        chains: Kept.none(),
      },
    },
  }),
);
