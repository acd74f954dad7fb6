import type { z } from 'zod';
import { CellFault } from './cell-fault.js';

/** The value, if it keeps a field's rule; else the rule in the field's own words. */
export function bySchema<Value>(schema: z.ZodType<Value>, value: unknown, fix: string): Value | CellFault {
  const result = schema.safeParse(value);
  return result.success ? result.data : new CellFault(result.error.issues[0]!.message, fix);
}
