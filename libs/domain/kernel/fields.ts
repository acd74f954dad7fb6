import { z } from 'zod';
import { isDate } from './date.js';
import { isFinancialYear } from './financial-year.js';
import { decimalUnits } from './decimal.js';
import { LARGEST_VALUE } from './money.js';
import { LARGEST_QUANTITY, magnitude } from './quantity.js';

/** The fields that commands and events are made of, each with its rule in words. */

export const date = z
  .string()
  .refine(isDate, 'must be a day that exists, written yyyy-mm-dd, in the years 1900 to 2199')
  .meta({ format: 'date', description: 'A calendar day, yyyy-mm-dd.' });

export const financialYear = z
  .string()
  .refine(isFinancialYear, 'must be a financial year written 2025/26')
  .meta({ pattern: '^\\d{4}/\\d{2}$', description: 'A financial year, 1 April to 31 March, written 2025/26.' });

/** What people call a thing by: up to 40 characters on one line. */
export const reference = z
  .string()
  .min(1, 'must not be empty')
  .refine((text) => [...text].length <= 40, 'must have at most 40 characters')
  .refine((text) => text === text.trim(), 'must not begin or end with a space')
  .refine((text) => !/[\u0000-\u001f\u007f]/.test(text), 'must not hold control characters')
  .meta({ minLength: 1, maxLength: 40, description: 'A reference that people choose, unique in the authority.' });

/** A name or title, on one line. */
export const name = (max = 300) =>
  z
    .string()
    .min(1, 'must not be empty')
    .refine((text) => [...text].length <= max, `must have at most ${max} characters`)
    .refine((text) => text.trim() !== '', 'must not be blank')
    .meta({ minLength: 1, maxLength: max });

/** A blank is allowed and is the value "". */
export const label = (max = 300) =>
  z
    .string()
    .refine((text) => [...text].length <= max, `must have at most ${max} characters`)
    .meta({ maxLength: max });

/** Where something is sent, on one line or several; an empty one is the value "". */
export const address = z
  .string()
  .max(300)
  .refine((text) => text === '' || text.trim() !== '', 'must not be blank\nGive the address.')
  .meta({ maxLength: 300 });

export const quantity = z
  .string()
  .refine((text) => decimalUnits(text, 6) !== undefined, 'must be a decimal number of at most 6 decimal places')
  .refine((text) => magnitude(decimalUnits(text, 6) ?? 0n) <= LARGEST_QUANTITY, 'must lie within ±10,000,000,000')
  .meta({ pattern: '^-?\\d+(\\.\\d+)?$', description: 'A decimal of at most 6 places, as text.' });

export const positiveQuantity = quantity
  .refine((text) => (decimalUnits(text, 6) ?? 0n) >= 0n, 'must not be negative')
  .meta({ pattern: '^\\d+(\\.\\d+)?$', description: 'A decimal of at most 6 places, not negative, as text.' });

export const percent = z
  .string()
  .refine((text) => {
    const units = decimalUnits(text, 4);
    return units !== undefined && units >= 0n && units <= 1_000_000n;
  }, 'must be a percentage between 0 and 100 with at most 4 decimal places')
  .meta({ pattern: '^\\d+(\\.\\d+)?$', description: 'A percentage between 0 and 100, as text: 12.5.' });

export const unitValue = z
  .string()
  .refine((text) => {
    const units = decimalUnits(text, 4);
    return units !== undefined && units >= 0n && units <= 10n ** 13n;
  }, 'must be an amount in pounds, not negative, with at most 4 decimal places')
  .meta({ pattern: '^\\d+(\\.\\d+)?$', description: 'Pounds per unit, at most 4 decimal places, as text.' });

export const pence = z
  .int('must be a whole number of pence')
  .min(0, 'must not be negative')
  .max(LARGEST_VALUE, 'must be at most £100,000 million')
  .meta({ description: 'Whole pence.' });

/** The opaque id of a person in the directory. */
export const person = z.string().min(1).max(80).meta({ description: 'The opaque id of a person.' });

/** Why something is done, in a person's words. Kept as erasable text. */
export const reason = z
  .string()
  .max(10_000, 'must have at most 10,000 characters')
  .refine((text) => text.trim() !== '', 'must not be blank')
  .meta({ minLength: 1, maxLength: 10_000, description: 'Why, in words that others will read. Can be erased from the record.' });
