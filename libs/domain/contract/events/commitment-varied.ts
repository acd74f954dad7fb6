import { commitmentChange, evolveCommitmentChange } from '../commitment-change.js';
import { contractEvent } from '../contract-event.js';

/** The commitment changed because the contract changed. */
export const commitmentVaried = contractEvent('CommitmentVaried', commitmentChange, evolveCommitmentChange);
