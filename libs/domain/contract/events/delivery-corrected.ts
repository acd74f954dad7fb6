import * as field from '../../kernel/fields.js';
import { contractEvent, withCommitment } from '../contract-event.js';
import { deliveryClaim, reportOf } from '../delivery-claim.js';

/** A later report that supersedes an earlier one of the same commitment (rule 7). Nothing is overwritten. */
export const deliveryCorrected = contractEvent(
  'DeliveryCorrected',
  deliveryClaim.extend({ corrects: field.reference }),
  (state, claim, recorded) =>
    withCommitment(state, claim.commitment, (made) => {
      const root = made.reports[claim.corrects]!.root;
      return {
        ...made,
        reports: { ...made.reports, [claim.report]: reportOf(claim, root, claim.corrects, recorded) },
        chains: { ...made.chains, [root]: [...made.chains[root]!, claim.report] },
      };
    }),
);
