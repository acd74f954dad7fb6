import { letters } from '../../import-workbook/problems.js';
import { quoted } from '../sheet-names.js';
import type { DropDown, WrittenSheet } from '../written-workbook.js';
import { escaped } from '../xml.js';

/** The drop-downs of a sheet under the names by which its cells refer to them. */
export class DropDowns {
  private constructor(private readonly named: readonly (DropDown & { readonly name: string })[]) {}

  static of(sheet: WrittenSheet, number: number): DropDowns {
    return new DropDowns((sheet.dropDowns ?? []).map((one, index) => ({ ...one, name: `choices-${number}-${index + 1}` })));
  }

  at(row: number, column: number): string | undefined {
    return this.named.find(({ column: theirs, rows: [first, last] }) => theirs === column && row >= first && row <= last)?.name;
  }

  /** How many columns there are from the first to the last that has one. */
  get width(): number {
    return Math.max(0, ...this.named.map(({ column }) => column + 1));
  }

  get lastRow(): number {
    return Math.max(0, ...this.named.map(({ rows: [, last] }) => last));
  }

  /** The last row from `row` on in which the same drop-downs are offered as in it. */
  sameUntil(row: number): number {
    const changes = this.named.flatMap(({ rows: [first, last] }) => [first - 1, last]).filter((change) => change >= row);
    return Math.min(Infinity, ...changes);
  }

  /** What the file says of them. */
  xml(nameOf: (sheet: string) => string, sheet: string): string {
    const one = ({ name, column, rows: [first], choices }: DropDown & { name: string }): string => {
      const offered = 'sheet' in choices ? cellsOf(choices, nameOf) : choices.map((choice) => `"${choice.replaceAll('"', '""')}"`).join(';');
      return (
        `<table:content-validation table:name="${name}" table:condition="${escaped(`of:cell-content-is-in-list(${offered})`)}" table:allow-empty-cell="true" table:display-list="unsorted" table:base-cell-address="${escaped(`${quoted(nameOf(sheet))}.${letters(column)}${first}`)}">` +
        '<table:error-message table:message-type="warning" table:title="Not in the list" table:display="true"><text:p>This is not one of the values in the list. Keep it all the same?</text:p></table:error-message></table:content-validation>'
      );
    };
    return this.named.map(one).join('');
  }
}

function cellsOf({ sheet, column, rows: [first, last] }: { sheet: string; column: number; rows: readonly [number, number] }, nameOf: (sheet: string) => string): string {
  const at = letters(column);
  return `[$${quoted(nameOf(sheet))}.$${at}$${first}:.$${at}$${last}]`;
}
