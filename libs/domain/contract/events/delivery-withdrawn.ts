import { z } from 'zod';
import { erasableText } from '../../kernel/event.js';
import * as field from '../../kernel/fields.js';
import { contractEvent, withCommitment } from '../contract-event.js';
import type { DeliveryReport } from '../state.js';

/** The provider withdraws a delivery report, with all its corrections: it no longer counts in any figure. */
export const deliveryWithdrawn = contractEvent(
  'DeliveryWithdrawn',
  z.strictObject({ commitment: field.reference, report: field.reference, reason: erasableText() }),
  (state, { commitment, report }) =>
    withCommitment(state, commitment, (made) => {
      const reports: Record<string, DeliveryReport> = { ...made.reports };
      for (const member of made.chains[made.reports[report]!.root]!) reports[member] = { ...reports[member]!, standing: 'withdrawn' };
      return { ...made, reports };
    }),
);
