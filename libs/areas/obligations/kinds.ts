/**
 * What may be due.
 * - `return`: from each member of a contract for each reporting period
 * - `answer a query`: from the provider whose delivery report was queried
 * - `improvement step`: from the provider whose breach it is, on the day that an improvement plan says
 * - `put a breach right`: from the same, by the last day of the time that the clause gives
 * - the others from the authority itself
 */
export const OBLIGATION_KINDS = [
  'return',
  'answer a query',
  'improvement step',
  'put a breach right',
  'review a report',
  'answer a request for more time',
  'decide on a condition',
] as const;
export type ObligationKind = (typeof OBLIGATION_KINDS)[number];
