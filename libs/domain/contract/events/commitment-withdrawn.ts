import { z } from 'zod';
import { erasableText } from '../../kernel/event.js';
import * as field from '../../kernel/fields.js';
import { contractEvent, withCommitment } from '../contract-event.js';

/** The commitment no longer stands: its targets count no more. What was delivered on it still counts. */
export const commitmentWithdrawn = contractEvent(
  'CommitmentWithdrawn',
  z.strictObject({ commitment: field.reference, reason: erasableText() }),
  (state, { commitment }) => withCommitment(state, commitment, (made) => ({ ...made, withdrawn: true })),
);
