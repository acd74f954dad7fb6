import { about, ABOUT_KEYS, TEMPLATE, TEMPLATE_VERSION } from '../sheets/about.js';
import { aboutGuide } from '../sheets/guide/about.js';
import { typedAs } from '../sheets/guide/typed-as.js';
import type { WrittenSheet } from '../write-spreadsheet/written-workbook.js';

/** Who filled in a workbook, and on which day (2026-05-18). */
export type Prepared = Readonly<Record<'prepared_by' | 'prepared_on', string>>;

/** What the template says of itself: each key and its value, as far as it is known. */
export function aboutValues(authority: string, prepared?: Prepared): readonly (readonly [key: (typeof ABOUT_KEYS)[number], value: string])[] {
  const said: Readonly<Record<string, string>> = { template: TEMPLATE, version: TEMPLATE_VERSION, authority, ...prepared };
  return ABOUT_KEYS.map((key) => [key, said[key] ?? '']);
}

export function aboutSheet(authority: string, prepared?: Prepared): WrittenSheet {
  const rows = aboutValues(authority, prepared).map(([key, value]) => {
    const cell = key === 'prepared_on' && value !== '' ? typedAs('date', value) : { text: value };
    return { cells: [{ text: key, note: aboutGuide.keys[key] }, { ...cell, note: aboutGuide.keys[key] }] };
  });
  const headings = (['key', 'value'] as const).map((text) => ({ text, style: 'required heading' as const, note: aboutGuide.columns[text] }));
  return { name: about.name, columns: [{ width: 16, format: 'text' }, { width: 36, format: 'text' }], frozenRows: 1, rows: [{ cells: headings }, ...rows] };
}
