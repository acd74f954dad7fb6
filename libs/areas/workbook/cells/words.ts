import { z } from 'zod';
import * as field from '#domain/kernel/fields.js';
import type { Cell } from '../reader/cell.js';
import { bySchema } from './by-schema.js';
import { CellFault } from './cell-fault.js';
import type { ReadCell } from './column.js';

/** Words are taken as they stand, without the white space around them; a formula in a CSV is words too. */
export const reference = (cell: Cell): string | CellFault =>
  bySchema(field.reference, cell.text.trim(), 'Give it a reference of up to 40 characters on one line.');

/** A name or title of up to `max` characters. */
export const name = (max = 300): ((cell: Cell) => string | CellFault) => {
  const schema = field.name(max);
  return (cell) => bySchema(schema, cell.text.trim(), 'Shorten it.');
};

/** Free words of up to `max` characters; a name of a place, a form, a source. */
export const words = (max = 300): ((cell: Cell) => string | CellFault) => {
  const schema = z.string().refine((text) => [...text].length <= max, `must have at most ${max.toLocaleString('en-GB')} characters`);
  return (cell) => bySchema(schema, cell.text.trim(), 'Shorten it.');
};

const personName = field.name(200);

/** A person, by email or by reference. */
export function person(cell: Cell): string | CellFault {
  const typed = cell.text.trim().replace(/\s+/gu, ' ');
  const fix = 'Give the person’s email address or reference.';
   
  if (/[\u0000-\u001f\u007f]/.test(typed)) return new CellFault('must not hold control characters', fix);
  return bySchema(personName, typed, fix);
}

/** Exactly yes or no, as people write them. */
export const yesNo: ReadCell<boolean> = Object.assign(readYesNo, { choices: ['yes', 'no'] });

function readYesNo(cell: Cell): boolean | CellFault {
  if (cell.typed?.kind === 'yes or no') return cell.typed.yes;
  const said = cell.text.trim().toLowerCase();
  if (said === 'yes' || said === 'y' || said === 'true') return true;
  if (said === 'no' || said === 'n' || said === 'false') return false;
  return new CellFault('must be yes or no', 'Write yes or no.');
}

/** One of a few words; capitals, hyphens and spaces do not matter. */
export function oneOf<const Choice extends string>(choices: readonly Choice[]): ReadCell<Choice> {
  const byKey = new Map(choices.map((choice) => [loosely(choice), choice]));
  const all = choices.length === 2 ? choices.join(' or ') : `${choices.slice(0, -1).join(', ')} or ${choices.at(-1)}`;
  const read = (cell: Cell): Choice | CellFault => byKey.get(loosely(cell.text)) ?? new CellFault(`must be one of ${all}`, `Write ${all}.`);
  return Object.assign(read, { choices });
}

function loosely(text: string): string {
  return text.trim().toLowerCase().replaceAll('×', 'x').replace(/[\s_-]+/g, ' ');
}
