import { contractEvent, withCommitment } from '../contract-event.js';
import { deliveryClaim, reportOf } from '../delivery-claim.js';

/** A claim of delivery against one commitment: a dated item or a period's total, logged by either side. */
export const deliveryReported = contractEvent('DeliveryReported', deliveryClaim, (state, claim, recorded) =>
  withCommitment(state, claim.commitment, (made) => ({
    ...made,
    reports: made.reports.with(claim.report, reportOf(claim, claim.report, null, recorded)),
    chains: made.chains.with(claim.report, [claim.report]),
  })),
);
