import { csvFile } from './csv-file.js';
import { govUkFile } from './gov-uk-file.js';
import { type StatedYears, wholeYears } from './whole-years.js';

/**
 * Reads the bank holidays of whole years: the JSON that GOV.UK publishes, or a CSV with the columns jurisdiction, date and
 * name.
 * @throws {Refusal} with everything that is wrong in the file
 */
export function readBankHolidays(text: string): readonly StatedYears[] {
  const written = text.replace(/^\ufeff/, '');
  return wholeYears(/^\s*[{[]/.test(written) ? govUkFile(written) : csvFile(written));
}
