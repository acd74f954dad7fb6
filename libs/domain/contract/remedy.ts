import { z } from 'zod';

/** Remedies short of ending a contract. Damages and a settlement may call for a notice under the Procurement Act 2023, s.71. */
export const remedyKind = z.enum(['credit', 'withheld payment', 'substitute delivery', 'damages', 'settlement']);
export type RemedyKind = z.infer<typeof remedyKind>;
