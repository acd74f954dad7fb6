import { z } from 'zod';
import { authorityCode } from '#domain/authority/authority-code.js';
import * as field from '#domain/kernel/fields.js';

/** The address of a case: its clause, and its number within it. */
export const caseParams = z.strictObject({
  code: authorityCode,
  id: field.reference.describe('The reference of the break clause.'),
  case: z.int().min(1).describe('The number of the case: 1 is the first time that the condition was met.'),
});
