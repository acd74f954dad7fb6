import { decimalText, decimalUnits } from '#domain/kernel/decimal.js';
import type { Cell } from '../reader/cell.js';
import { CellFault } from './cell-fault.js';

const SPACES = /[\u0020\u00a0\u2007\u2009\u202f]/g;
const PLAIN = 'Type the plain number, for example 1200 or 1200.50.';

/** A number as a person typed it: plain digits with a point, and whether a pound sign stood before it. */
export interface TypedNumber {
  readonly decimal: string;
  readonly pounds: boolean;
}

/**
 * Reads a number as people type it: `1200`, `1,200.50`, `1 200`, `£1,200`, `-3`. A comma that may be a decimal comma
 * (`1,23`), a point that may group thousands and a comma after it (`1.234,56`), exponents, fractions and formulas are
 * asked again. At most `places` decimal places.
 */
export function readNumber(cell: Cell, places: number): TypedNumber | CellFault {
  if (cell.typed?.kind === 'number' && !cell.typed.percentage) return exact(cell.typed.decimal, places, false);
  if (cell.typed) return new CellFault('must be a number', PLAIN);
  const typed = cell.text.trim().replaceAll('\u2212', '-');
  if (typed.startsWith('=')) return new CellFault('must be a number, not a formula', 'Paste the formula’s value in its place.');
  const parts = /^([-+]?)(£?)([-+]?)(.*)$/s.exec(typed)!;
  const [, outer = '', pound = '', inner = '', rest = ''] = parts;
  if ((outer !== '' && inner !== '') || !/\d/.test(rest)) return new CellFault('must be a number', PLAIN);
  const digits = ungrouped(rest.trim());
  if (digits instanceof CellFault) return digits;
  return exact((outer + inner).replace('+', '') + digits, places, pound !== '');
}

/** Takes separators of thousands away where they can be nothing else. */
function ungrouped(text: string): string | CellFault {
  const number = text.replace(SPACES, ' ');
  if (/^(\d+\.?\d*|\.\d+)$/.test(number)) return number;
  const [whole = '', fraction = ''] = number.split('.', 2);
  const point = number.includes('.') ? `.${fraction}` : '';
  const grouped = /^[1-9]\d{0,2}(,\d{3})+$/.test(whole) || /^[1-9]\d{0,2}( \d{3})+$/.test(whole);
  if (grouped && /^(\.\d*)?$/.test(point) && number.split('.').length <= 2) return whole.replace(/[ ,]/g, '') + point;
  if (/^[\d., ]+$/.test(number) && number.includes(',')) {
    return new CellFault('must be a number that can be read in one way only; a comma may separate thousands or decimals', PLAIN);
  }
  if (/^\d+(\.\d+)?\s*[eE][-+]?\d+$/.test(number)) return new CellFault('must be a number without an exponent', 'Type all its digits, for example 120000.');
  return new CellFault('must be a number', PLAIN);
}

function exact(decimal: string, places: number, pounds: boolean): TypedNumber | CellFault {
  const tidy = decimal.replace(/^(-?)\./, '$10.').replace(/\.$/, '').replace(/^(-?)0+(?=\d)/, '$1');
  const units = decimalUnits(tidy, places);
  if (units !== undefined) return { decimal: decimalText(units, places), pounds };
  return /^-?\d{16,}(\.|$)/.test(tidy)
    ? new CellFault('must have at most 15 digits before the decimal point', 'Check the number; nothing that is counted is as large.')
    : new CellFault(`must have at most ${places} decimal places`, 'Round it, or mend the decimal point.');
}
