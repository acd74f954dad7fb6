import { about, ABOUT_KEYS, TEMPLATE, TEMPLATE_VERSION } from '../sheets/about.js';
import { aboutGuide } from '../sheets/guide/about.js';
import type { WrittenSheet } from '../write-spreadsheet/written-workbook.js';

/** What the template says of itself: each key and its value, as far as it is known. */
export function aboutValues(authority: string): readonly (readonly [key: (typeof ABOUT_KEYS)[number], value: string])[] {
  const said: Readonly<Record<string, string>> = { template: TEMPLATE, version: TEMPLATE_VERSION, authority };
  return ABOUT_KEYS.map((key) => [key, said[key] ?? '']);
}

export function aboutSheet(authority: string): WrittenSheet {
  const rows = aboutValues(authority).map(([key, value]) => ({ cells: [{ text: key, note: aboutGuide.keys[key] }, { text: value, note: aboutGuide.keys[key] }] }));
  const headings = (['key', 'value'] as const).map((text) => ({ text, style: 'required heading' as const, note: aboutGuide.columns[text] }));
  return { name: about.name, columns: [{ width: 16, format: 'text' }, { width: 36, format: 'text' }], frozenRows: 1, rows: [{ cells: headings }, ...rows] };
}
