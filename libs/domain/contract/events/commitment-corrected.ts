import { commitmentChange, evolveCommitmentChange } from '../commitment-change.js';
import { contractEvent } from '../contract-event.js';

/** The commitment was typed wrong; what was promised did not change. */
export const commitmentCorrected = contractEvent('CommitmentCorrected', commitmentChange, evolveCommitmentChange);
