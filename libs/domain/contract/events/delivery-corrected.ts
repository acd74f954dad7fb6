import * as field from '../../kernel/fields.js';
import { contractEvent, withCommitment } from '../contract-event.js';
import { deliveryClaim, reportOf } from '../delivery-claim.js';

/** A later report that supersedes an earlier one of the same commitment (rule 7). Nothing is overwritten. */
export const deliveryCorrected = contractEvent(
  'DeliveryCorrected',
  deliveryClaim.extend({ corrects: field.reference }),
  (state, claim, recorded) =>
    withCommitment(state, claim.commitment, (made) => {
      const { root } = made.reports.get(claim.corrects)!;
      return {
        ...made,
        reports: made.reports.with(claim.report, reportOf(claim, root, claim.corrects, recorded)),
        chains: made.chains.with(root, [...made.chains.get(root)!, claim.report]),
      };
    }),
);
