import { decimalText, decimalUnits } from '#domain/kernel/decimal.js';
import * as field from '#domain/kernel/fields.js';
import type { Cell } from '../reader/cell.js';
import { bySchema } from './by-schema.js';
import { CellFault } from './cell-fault.js';
import { readNumber } from './number-text.js';

const SIGN = /\s*(%|per ?cent)$/i;
const FIX = 'Give a percentage from 0 to 100, for example 12.5 or 12.5%.';

/**
 * A percentage as decimal text: `12`, `12.5%`. A plain number under 1 is refused: 0.12 may mean 0.12% or 12%. Zero is
 * zero in both ways.
 */
export function percent(cell: Cell): string | CellFault {
  if (cell.typed?.kind === 'number' && cell.typed.percentage) return bySchema(field.percent, cell.typed.decimal, FIX);
  const signed = cell.typed === undefined && SIGN.test(cell.text.trim());
  const number = readNumber(signed ? { text: cell.text.trim().replace(SIGN, '') } : cell, 6);
  if (number instanceof CellFault) return new CellFault(number.rule.replace('a number', 'a percentage'), FIX);
  if (number.pounds) return new CellFault('must be a percentage, not an amount', FIX);
  const units = decimalUnits(number.decimal, 6)!;
  if (!signed && units > 0n && units < 1_000_000n) {
    const whole = decimalText(units * 100n, 6);
    return new CellFault('must say whether a number under 1 is a percentage or a part of one', `Write ${number.decimal}% or ${whole}%, whichever is meant.`);
  }
  return bySchema(field.percent, number.decimal, FIX);
}
