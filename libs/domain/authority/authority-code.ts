import { z } from 'zod';

/** The code of an authority: the key of its ledger, and its name in addresses. */
export const authorityCode = z
  .string()
  .regex(
    /^[a-z0-9-]{2,40}$/,
    'must be 2 to 40 lower-case letters, digits and hyphens\nWrite it as in “wexcombe” or “north-fen”.',
  )
  .describe('The code of the authority.');
