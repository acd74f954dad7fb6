import { stringify } from 'csv-stringify/sync';
import { about, ABOUT_KEYS, TEMPLATE, TEMPLATE_VERSION } from '../sheets/about.js';
import { SHEET_NAMES, template } from '../sheets/template.js';

/** A file of the template. */
export interface TemplateFile {
  readonly fileName: string;
  readonly text: string;
}

/** The empty template as CSVs: `about` filled in as far as it can be, of every other sheet the column names. */
export function csvTemplate(authority = ''): readonly TemplateFile[] {
  const said: Readonly<Record<string, string>> = { template: TEMPLATE, version: TEMPLATE_VERSION, authority };
  return [
    { fileName: `${about.name}.csv`, text: stringify([Object.keys(about.columns), ...ABOUT_KEYS.map((key) => [key, said[key] ?? ''])]) },
    ...SHEET_NAMES.map((name) => ({ fileName: `${name}.csv`, text: stringify([Object.keys(template[name].columns)]) })),
  ];
}
