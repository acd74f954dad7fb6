import { z } from 'zod';

/** Whose bank holidays count: each of the three has its own (Banking and Financial Dealings Act 1971, Schedule 1). */
export const jurisdiction = z.enum(['england-and-wales', 'scotland', 'northern-ireland']);
export type Jurisdiction = z.infer<typeof jurisdiction>;
