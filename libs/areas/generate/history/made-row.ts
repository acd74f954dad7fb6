import type { SheetName, TemplateRow } from '#areas/workbook/index.js';

/** A row of the template that was made, and the moment at which it comes in. */
export interface MadeRow<Name extends SheetName = SheetName> {
  readonly sheet: Name;
  readonly values: TemplateRow<Name>;
  /** The place of its moment in the setting's list. */
  readonly moment: number;
}
