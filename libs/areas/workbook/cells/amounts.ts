import * as field from '#domain/kernel/fields.js';
import { decimalUnits } from '#domain/kernel/decimal.js';
import type { Cell } from '../reader/cell.js';
import { bySchema } from './by-schema.js';
import { CellFault } from './cell-fault.js';
import { readNumber } from './number-text.js';

/** An amount in pounds, as whole pence. */
export function money(cell: Cell): number | CellFault {
  const number = readNumber(cell, 2);
  if (number instanceof CellFault) return number;
  return bySchema(field.pence, Number(decimalUnits(number.decimal, 2)), 'Give the amount in pounds, for example £1,200.50.');
}

/** Pounds per unit, at most 4 decimal places, as decimal text. */
export function unitValue(cell: Cell): string | CellFault {
  const number = readNumber(cell, 4);
  if (number instanceof CellFault) return number;
  return bySchema(field.unitValue, number.decimal, 'Give the pounds that one unit is worth, for example 16.93.');
}

const PERCENT_SIGN = /\s*(%|per ?cent)$/i;

/** A quantity as decimal text. A pound or percent sign is passed over here: whether it fits, the row's measure says. */
export function quantity(cell: Cell): string | CellFault {
  return typedQuantity(cell, field.quantity);
}

export function positiveQuantity(cell: Cell): string | CellFault {
  return typedQuantity(cell, field.positiveQuantity);
}

function typedQuantity(cell: Cell, schema: typeof field.quantity): string | CellFault {
  const number = readNumber(withoutPercentSign(cell), 6);
  if (number instanceof CellFault) return number;
  return bySchema(schema, number.decimal, 'Check the number of units.');
}

function withoutPercentSign({ text, typed }: Cell): Cell {
  if (typed === undefined) return { text: text.trim().replace(PERCENT_SIGN, '') };
  return { text, typed: typed.kind === 'number' ? { ...typed, percentage: false } : typed };
}

/** A quantity that is never one of money: hours. */
export function hours(cell: Cell): string | CellFault {
  if (cell.text.includes('£')) return new CellFault('must be a number of hours, not of pounds', 'Take the pound sign away.');
  if (PERCENT_SIGN.test(cell.text.trim())) return new CellFault('must be a number of hours, not a percentage', 'Give the number of hours.');
  return quantity(cell);
}

/** A whole number from `least` to `most`, said of what (`people`, `working days`). */
export function wholeNumber(of: string, least: number, most: number): (cell: Cell) => number | CellFault {
  const rule = `must be a whole number of ${of} from ${least} to ${most.toLocaleString('en-GB')}`;
  return (cell) => {
    const number = readNumber(cell, 6);
    if (number instanceof CellFault) return number;
    const value = Number(number.decimal);
    const fits = Number.isInteger(value) && value >= least && value <= most && !number.pounds;
    return fits ? value : new CellFault(rule, `Give the number of ${of} in digits.`);
  };
}
