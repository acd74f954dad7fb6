import type { Cell } from '../cell.js';
import { damaged } from '../file-fault.js';
import { EMPTY, dayCell, failedCell, neverWorkedOut, numberCell, textCell, yesOrNoCell } from '../spreadsheet/cells.js';
import type { NumberFormat } from '../spreadsheet/number-format.js';
import { LAST_ROW, RowInMaking } from '../spreadsheet/row-in-making.js';
import type { RowListener } from '../spreadsheet/rows-of-xml.js';
import type { SheetRow } from '../workbook-reader.js';
import type { Attributes } from '../xml/attributes.js';
import { unescaped } from './unescaped.js';

/** What the cells of a sheet refer to. */
export interface SheetGround {
  readonly strings: readonly string[];
  readonly formats: readonly NumberFormat[];
  readonly from1904: boolean;
}

/** Makes rows of the XML of a worksheet; each is told when it has ended. */
export class SheetListener implements RowListener {
  number = 0;
  wantsText = false;
  private readonly row = new RowInMaking();
  private inRows = false;
  private place = -1;
  private type = '';
  private format: NumberFormat = 'number';
  private value: string | undefined;
  private inline = '';
  private formula = false;
  private phonetic = 0;
  /** Where the text goes that comes next. */
  private into: 'value' | 'inline' | undefined;

  constructor(
    private readonly ground: SheetGround,
    private readonly ready: (row: SheetRow) => void,
  ) {}

  open(name: string, attributes: Attributes): void {
    if (name === 'sheetData') this.inRows = true;
    if (!this.inRows) return;
    if (name === 'row') this.beginRow(attributes.get('r'));
    else if (name === 'c') this.beginCell(attributes);
    else if (name === 'f') this.formula = true;
    else if (name === 'rPh') this.phonetic++;
    else if (name === 'v') this.hear('value');
    else if (name === 't' && this.phonetic === 0) this.hear('inline');
  }

  close(name: string): void {
    if (!this.inRows) return;
    if (name === 'c') this.row.put(this.cell(), this.place);
    else if (name === 'row') this.endRow();
    else if (name === 'rPh') this.phonetic--;
    else if (name === 'sheetData') this.inRows = false;
    if (name === 'v' || name === 't') {
      this.into = undefined;
      this.wantsText = false;
    }
  }

  text(text: string): void {
    if (this.into === 'value') this.value = (this.value ?? '') + text;
    else if (this.into === 'inline') this.inline += text;
  }

  private hear(into: 'value' | 'inline'): void {
    this.into = into;
    this.wantsText = true;
    if (into === 'value') this.value ??= '';
  }

  private beginRow(given: string | undefined): void {
    const number = given === undefined ? this.number + 1 : Number(given);
    if (!Number.isInteger(number) || number <= this.number || number > LAST_ROW) throw damaged(`row ${given} comes after row ${this.number}`);
    this.number = number;
    this.place = -1;
  }

  private endRow(): void {
    const row = this.row.take(this.number);
    if (row) this.ready(row);
  }

  private beginCell(attributes: Attributes): void {
    this.place = placeOf(attributes.get('r')) ?? this.place + 1;
    this.type = attributes.get('t') ?? 'n';
    this.format = this.ground.formats[Number(attributes.get('s') ?? 0)] ?? 'number';
    this.value = undefined;
    this.inline = '';
    this.formula = false;
  }

  private cell(): Cell {
    const { type, value, formula } = this;
    if (type === 'inlineStr') return textCell(unescaped(this.inline));
    if (value === undefined || (value === '' && type !== 'str')) return formula ? neverWorkedOut() : EMPTY;
    if (type === 's') return textCell(this.shared(value));
    if (type === 'str') return textCell(unescaped(value));
    if (type === 'b') return yesOrNoCell(value.trim() === '1' || value.trim() === 'true');
    if (type === 'e') return failedCell(value);
    if (type === 'd') return dayCell(value.trim());
    return numberCell(value, this.format, this.ground.from1904);
  }

  private shared(value: string): string {
    const text = this.ground.strings[Number(value)];
    if (text === undefined) throw damaged(`text ${value} is missing`);
    return text;
  }
}

/** The column of a cell's name, 0 being A: 27 for AB12. */
function placeOf(name: string | undefined): number | undefined {
  if (name === undefined) return undefined;
  let place = 0;
  for (const letter of /^[A-Za-z]{1,3}/.exec(name)?.[0] ?? '') place = place * 26 + (letter.toUpperCase().charCodeAt(0) - 64);
  return place === 0 ? undefined : place - 1;
}
