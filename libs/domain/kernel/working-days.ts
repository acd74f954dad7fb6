import { addDays, dayNumber, type IsoDate } from './date.js';

/** Days that are not worked, beside Saturdays and Sundays. */
export interface WorkCalendar {
  /** Their names by day. */
  readonly bankHolidays: Readonly<Record<IsoDate, string>>;
  /** The last day of which it is known whether it is a bank holiday. */
  readonly knownThrough: IsoDate;
  /** Spans in which clocks stand still, both days counted; null: it has not ended. In order. */
  readonly standstills: readonly Standstill[];
}

export interface Standstill {
  readonly from: IsoDate;
  readonly to: IsoDate | null;
}

/** A day that was reached by counting working days, with all that somebody needs who counts it again. */
export interface Reached {
  /** Counting begins with the day after. */
  readonly from: IsoDate;
  readonly workingDays: number;
  /** Null while the clock stands still and nobody knows until when. */
  readonly date: IsoDate | null;
  /** The bank holidays on weekdays that were passed over. */
  readonly bankHolidays: readonly { readonly date: IsoDate; readonly name: string }[];
  /** The standstills that were passed over. */
  readonly standstills: readonly Standstill[];
  /** Some of the days lie where bank holidays are not known yet: the day may move. */
  readonly beyondKnown: boolean;
}

/**
 * The day so many working days after another: with 1, the first working day after it. With 0 it is the day itself, or,
 * where that is not worked, the next working day.
 */
export function workingDaysAfter(from: IsoDate, workingDays: number, calendar: WorkCalendar): Reached {
  const passed = { bankHolidays: [] as { date: IsoDate; name: string }[], standstills: [] as Standstill[] };
  let day = workingDays === 0 ? from : addDays(from, 1);
  for (let left = Math.max(workingDays, 1); ; day = addDays(day, 1)) {
    const still = calendar.standstills.find((one) => one.from <= day && (one.to === null || one.to >= day));
    if (still) {
      passed.standstills.push(still);
      if (still.to === null) return { from, workingDays, date: null, ...passed, beyondKnown: day > calendar.knownThrough };
      day = still.to;
      continue;
    }
    if (isWeekend(day)) continue;
    const name = calendar.bankHolidays[day];
    if (name !== undefined) passed.bankHolidays.push({ date: day, name });
    else if (--left === 0) return { from, workingDays, date: day, ...passed, beyondKnown: day > calendar.knownThrough };
  }
}

/** Saturday or Sunday. */
export function isWeekend(day: IsoDate): boolean {
  // 1 January 1970 was a Thursday
  const ofWeek = (((dayNumber(day) + 4) % 7) + 7) % 7;
  return ofWeek === 0 || ofWeek === 6;
}

/** Whether a day is worked. */
export function isWorkingDay(day: IsoDate, { bankHolidays, standstills }: WorkCalendar): boolean {
  return !isWeekend(day) && bankHolidays[day] === undefined && !standstills.some((one) => one.from <= day && (one.to === null || one.to >= day));
}
