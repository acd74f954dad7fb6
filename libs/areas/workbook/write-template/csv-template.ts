import { stringify } from 'csv-stringify/sync';
import { about } from '../sheets/about.js';
import { SHEET_NAMES, template } from '../sheets/template.js';
import { aboutValues } from './about-sheet.js';

/** A file of the template. */
export interface TemplateFile {
  readonly fileName: string;
  readonly text: string;
}

/** The empty template as CSVs: `about` filled in as far as it can be, of every other sheet the column names. */
export function csvTemplate(authority = ''): readonly TemplateFile[] {
  return [
    { fileName: `${about.name}.csv`, text: stringify([Object.keys(about.columns), ...aboutValues(authority)]) },
    ...SHEET_NAMES.map((name) => ({ fileName: `${name}.csv`, text: stringify([Object.keys(template[name].columns)]) })),
  ];
}
