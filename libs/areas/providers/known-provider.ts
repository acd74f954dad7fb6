import { z } from 'zod';
import { providerTerms } from '#domain/authority/provider-terms.js';

/** A provider as answers show it. */
export const knownProvider = providerTerms
  .extend({ version: z.int().min(1).describe('The version of the provider’s record, for use as If-Match.') })
  .meta({ id: 'Provider' });
