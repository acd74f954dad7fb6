import { ABOUT_KEYS, type AboutRow, TEMPLATE, TEMPLATE_VERSION } from '../sheets/about.js';
import type { Problems } from './problems.js';
import { addAt, type Row } from './row.js';

/** What a file must be to be looked at further. */
export interface Expected {
  /** The authority that the import is for; undefined: the one that the file names. */
  readonly authority: string | undefined;
}

/**
 * Checks what a file says of itself: template, version, authority.
 * @returns the authority's code; undefined where the file is not one to be read on, and the problems say why
 */
export function checkIdentity(rows: readonly Row<AboutRow>[], expected: Expected, problems: Problems): string | undefined {
  const byKey = new Map<string, Row<AboutRow>>();
  let fits = true;
  const wrong = (row: Row<AboutRow>, column: string, rule: string, fix: string): void => {
    addAt(problems, row, column, rule, fix);
    fits = false;
  };
  for (const row of rows) {
    if (!row.sound) {
      fits = false;
      continue;
    }
    const key = row.values.key.toLowerCase().replace(/[\s_]+/g, '_');
    if (!(ABOUT_KEYS as readonly string[]).includes(key)) wrong(row, 'key', 'must be a key of the sheet about', `The keys are ${ABOUT_KEYS.join(', ')}.`);
    else if (byKey.has(key)) wrong(row, 'key', 'must not come twice', 'Keep one of the two.');
    else byKey.set(key, row);
  }
  const must = (key: string, fits: (value: string) => boolean, rule: string, fix: string): string | undefined => {
    const row = byKey.get(key);
    if (!row) {
      problems.add({ sheet: 'about', row: null, column: key }, '', 'must be among the keys', `Add a row with the key ${key}. ${fix}`);
      return undefined;
    }
    if (fits(row.values.value)) return row.values.value;
    addAt(problems, row, 'value', rule, fix);
    return undefined;
  };
  const template = must('template', (value) => value.toLowerCase() === TEMPLATE, `must be ${TEMPLATE}`, 'Start from the template that “svl template” makes.');
  const version = must('version', (value) => /^1(\.0)?$/.test(value), `must be ${TEMPLATE_VERSION}, the version that is read here`, 'Start from the template that “svl template” makes.');
  const authority = must(
    'authority',
    (value) => value !== '' && (expected.authority === undefined || value === expected.authority),
    expected.authority === undefined ? 'must be the code of an authority' : `must be ${expected.authority}, the authority that it is imported for`,
    'Mend the code, or import the file for the authority that it names.',
  );
  return fits && template !== undefined && version !== undefined ? authority : undefined;
}
