import { z } from 'zod';
import { authorityCode } from '#domain/authority/authority-code.js';
import * as field from '#domain/kernel/fields.js';

/** Open the ledger of an authority: from then on it has a record of its own, apart from every other's. */
export const openAuthority = z.strictObject({
  code: authorityCode,
  name: field.name().describe('The name of the authority, as people write it.'),
});
export type OpenAuthority = z.infer<typeof openAuthority>;
