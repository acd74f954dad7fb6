import { z } from 'zod';
import { erasableText } from '../../kernel/event.js';
import * as field from '../../kernel/fields.js';
import type { Kept } from '../../kernel/kept.js';
import { contractEvent, withCommitment } from '../contract-event.js';
import type { DeliveryReport } from '../state.js';

/** The provider withdraws a delivery report, with all its corrections: it no longer counts in any figure. */
export const deliveryWithdrawn = contractEvent(
  'DeliveryWithdrawn',
  z.strictObject({ commitment: field.reference, report: field.reference, reason: erasableText() }),
  (state, { commitment, report }) =>
    withCommitment(state, commitment, (made) => {
      const chain = made.chains.get(made.reports.get(report)!.root)!;
      const withdraw = (reports: Kept<DeliveryReport>, member: string) => reports.with(member, { ...reports.get(member)!, standing: 'withdrawn' });
      return { ...made, reports: chain.reduce(withdraw, made.reports) };
    }),
);
