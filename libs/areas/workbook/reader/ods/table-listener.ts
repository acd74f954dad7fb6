import type { Cell } from '../cell.js';
import { FileFault } from '../file-fault.js';
import { dayCell, EMPTY, failedCell, neverWorkedOut, numberCell, textCell, yesOrNoCell } from '../spreadsheet/cells.js';
import { LAST_ROW, RowInMaking } from '../spreadsheet/row-in-making.js';
import type { RowListener } from '../spreadsheet/rows-of-xml.js';
import type { SheetRow } from '../workbook-reader.js';
import { Attributes } from '../xml/attributes.js';

/** Rows that are alike stand in the file once. More than so many with something in them are no table that a person made. */
const MOST_ALIKE = 1_000;
const NOTHING = new Attributes('');

/** Makes rows of the XML of one table; what stands in drawings and notes upon cells is not theirs. */
export class TableListener implements RowListener {
  number = 0;
  ended = false;
  wantsText = false;
  private readonly row = new RowInMaking();
  private place = 0;
  private rowTimes = 1;
  private depth = 0;
  /** How deep it is in what is passed over: notes, drawings, tables within cells. */
  private passing = 0;
  private covered = false;
  private attributes = NOTHING;
  private paragraphs = 0;
  private words = '';

  constructor(
    private readonly ready: (row: SheetRow) => void,
    /** Styles of cells that show a number as a percentage: not every program says so at the cell too. */
    private readonly percentages: ReadonlySet<string>,
  ) {}

  open(name: string, attributes: Attributes, prefix: string): void {
    if (this.ended) return;
    if (name === 'table' && prefix === 'table') this.depth++;
    if (this.passing > 0 || prefix === 'draw' || name === 'annotation' || this.depth > 1) this.passing++;
    else if (prefix === 'table') this.openOfTable(name, attributes);
    else if (prefix === 'text') this.openOfText(name, attributes);
  }

  close(name: string, prefix: string): void {
    if (this.ended) return;
    if (name === 'table' && prefix === 'table') this.depth--;
    if (this.passing > 0) this.passing--;
    else if (prefix === 'table') this.closeOfTable(name);
    else if (prefix === 'text' && (name === 'p' || name === 'h')) this.wantsText = false;
  }

  text(text: string): void {
    if (this.passing === 0) this.words += text;
  }

  private openOfTable(name: string, attributes: Attributes): void {
    if (name === 'table-row') {
      this.rowTimes = Math.min(attributes.count('table:number-rows-repeated'), LAST_ROW);
      this.place = 0;
    } else if (name === 'table-cell' || name === 'covered-table-cell') {
      this.covered = name === 'covered-table-cell';
      this.attributes = attributes;
      this.paragraphs = 0;
      this.words = '';
    }
  }

  private openOfText(name: string, attributes: Attributes): void {
    if (name === 'p' || name === 'h') {
      if (this.paragraphs++ > 0) this.words += '\n';
      this.wantsText = true;
    } else if (name === 's') this.words += ' '.repeat(Math.min(attributes.count('text:c'), 10_000));
    else if (name === 'tab') this.words += '\t';
    else if (name === 'line-break') this.words += '\n';
  }

  private closeOfTable(name: string): void {
    if (name === 'table-cell' || name === 'covered-table-cell') {
      const times = this.attributes.count('table:number-columns-repeated');
      // What lies under merged cells is not seen by anybody.
      if (!this.covered) this.row.put(this.cell(), this.place, times);
      this.place += times;
    } else if (name === 'table-row') this.endRow();
    else if (name === 'table' && this.depth === 0) this.ended = true;
  }

  private endRow(): void {
    const first = this.number + 1;
    this.number += this.rowTimes;
    const row = this.row.take(first);
    if (!row) return;
    if (this.number > LAST_ROW || this.rowTimes > MOST_ALIKE) {
      throw new FileFault(`must not hold the same row more than ${MOST_ALIKE.toLocaleString('en-GB')} times`, `Delete what fills the rows from ${first} downwards and send the workbook again.`);
    }
    for (let number = first; number <= this.number; number++) this.ready({ number, cells: row.cells });
  }

  private cell(): Cell {
    const { attributes } = this;
    const type = attributes.get('office:value-type') ?? '';
    const said = this.words;
    if (attributes.get('calcext:value-type') === 'error') return failedCell(said);
    if (type === '' && attributes.get('table:formula') !== undefined && said === '') return neverWorkedOut();
    switch (type) {
      case 'float':
      case 'currency':
        // What was yes or no in an XLSX file, LibreOffice writes as a number that is shown as TRUE or FALSE.
        if (/^(true|false)$/i.test(said)) return yesOrNoCell(said.toLowerCase() === 'true');
        return numberCell(attributes.get('office:value') ?? said, this.percentages.has(attributes.get('table:style-name') ?? '') ? 'percentage' : 'number');
      case 'percentage':
        return numberCell(attributes.get('office:value') ?? said, 'percentage');
      case 'date':
        return dayCell(attributes.get('office:date-value') ?? said);
      case 'boolean':
        return yesOrNoCell(attributes.get('office:boolean-value') === 'true');
      case 'string':
        return textCell(this.paragraphs > 0 ? said : (attributes.get('office:string-value') ?? ''));
      default:
        return said === '' ? EMPTY : textCell(said);
    }
  }
}
