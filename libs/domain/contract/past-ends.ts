import type { IsoDate } from '../kernel/date.js';
import type { ContractState, ContractTerms, PastEnd } from './state.js';

/** The ends that were over when later ones came on record, once a contract has new terms. @param onRecordFrom the day of these; undefined: not said */
export function pastEndsAfter({ terms, pastEnds }: ContractState, { endsOn }: ContractTerms, onRecordFrom: IsoDate | undefined): readonly PastEnd[] {
  if (terms === null || onRecordFrom === undefined || terms.endsOn >= onRecordFrom || endsOn <= terms.endsOn) return pastEnds;
  return [...pastEnds, { endsOn: terms.endsOn, onRecordFrom }];
}
