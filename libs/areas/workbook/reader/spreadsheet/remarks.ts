import type { Remark } from '../workbook-reader.js';

/** What deserves a look about a spreadsheet as a whole. */
export function remarksOn({ linked, macros }: { readonly linked: boolean; readonly macros: boolean }): Remark[] {
  const remarks: Remark[] = [];
  if (linked) {
    remarks.push({
      rule: 'holds links to other workbooks, which were not followed; the values last saved were taken',
      fix: 'If those workbooks have changed since, open this one, let it update, save it and send it again.',
    });
  }
  if (macros) remarks.push({ rule: 'holds macros, which were not run; only its cells were read', fix: 'To leave them out, save it without macros.' });
  return remarks;
}
