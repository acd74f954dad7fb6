/**
 * Sheets that this project adds to a workbook for those who read it: how to fill it in, what was wrong with it, what is
 * known already. Imports pass them over in silence.
 */
export const HOW_TO = 'how to';
export const PROBLEMS = 'problems';
export const KNOWN = { providers: 'known providers', contracts: 'known contracts', measures: 'known measures', commitments: 'known commitments' } as const;

const OURS: readonly string[] = [HOW_TO, PROBLEMS, ...Object.values(KNOWN)];

/** Whether a sheet is one of ours, however its name is written: `how to`, `How_to`. */
export function isOurs(sheet: string): boolean {
  return OURS.includes(sheet.trim().toLowerCase().replace(/[\s_-]+/g, ' '));
}
