import { z } from 'zod';
import { erasableText } from '../kernel/event.js';

/** Why what was recorded before is stated anew: the fact changed (variation), or it was typed wrong (entry error). */
export const change = z.strictObject({
  kind: z.enum(['variation', 'entry error']),
  reason: erasableText(),
});
