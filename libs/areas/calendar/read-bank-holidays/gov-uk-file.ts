import { z } from 'zod';
import { jurisdiction } from '#domain/authority/bank-holidays/jurisdiction.js';
import * as field from '#domain/kernel/fields.js';
import { Refusal, refuse } from '#domain/kernel/refusal.js';
import { check } from '#surface/http/problem-json/faults.js';
import { holidayName, type StatedHoliday } from './stated-holiday.js';

const event = z.object({
  date: field.date,
  title: holidayName(80).describe('What it is called.'),
  notes: z.union([z.literal(''), holidayName(30)]).default('').describe('“Substitute day”, where a holiday falls on a weekend.'),
});

/** The file `bank-holidays.json` as GOV.UK publishes it. Whatever else it says is passed over. */
const file = z.partialRecord(jurisdiction, z.object({ events: z.array(event).max(1000) }));

/** @throws {Refusal} with everything that is wrong, each field named by its place: `scotland.events[3].date` */
export function govUkFile(text: string): readonly StatedHoliday[] {
  const checked = check(file, jsonOf(text), 'file');
  if (!checked.ok) throw new Refusal(checked.faults);
  return jurisdiction.options.flatMap((whose) =>
    (checked.value[whose]?.events ?? []).map(({ date, title, notes }, at) => ({
      jurisdiction: whose,
      date,
      // as edition 1 has it: “New Year’s Day (substitute day)”
      name: notes === '' ? title : `${title} (${notes.charAt(0).toLowerCase()}${notes.slice(1)})`,
      place: `${whose}.events[${at}].date`,
    })),
  );
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    return refuse('file', text, `must be well-formed JSON, and it is not: ${(error as Error).message}`, 'Fetch the file again, and save it as it comes.');
  }
}
