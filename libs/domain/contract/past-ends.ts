import type { IsoDate } from '../kernel/date.js';
import type { ContractState, ContractTerms } from './state.js';

/** The ends that were over when it came on record that a contract goes on, once it has new terms. @param onRecordFrom the day of these; undefined: not said */
export function pastEndsAfter({ terms, pastEnds }: ContractState, { endsOn }: ContractTerms, onRecordFrom: IsoDate | undefined): readonly IsoDate[] {
  if (terms === null || onRecordFrom === undefined || terms.endsOn >= onRecordFrom || endsOn <= terms.endsOn) return pastEnds;
  return [...pastEnds, terms.endsOn];
}
