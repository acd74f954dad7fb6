import { z } from 'zod';

/** How a reviewer came to a decision. */
export const reviewMethod = z.enum(['document', 'visit', 'beneficiary', 'data we hold']);
