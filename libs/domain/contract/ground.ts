import { z } from 'zod';

/** Why a contract was ended before its time. */
export const ground = z.enum(['break clause', 'agreement', 'other']);
export type Ground = z.infer<typeof ground>;
