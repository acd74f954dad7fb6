import type { BankHolidayTables } from '#domain/authority/bank-holidays/bank-holidays.js';
import { type CALENDAR_STREAM, calendarEvolution, type CalendarState } from '#domain/authority/calendar.js';
import { consequencesOf } from '#domain/contract/consequences/consequences.js';
import { contractEvolution } from '#domain/contract/contract.js';
import { type ContractState, notRegistered } from '#domain/contract/state.js';
import { addDays } from '#domain/kernel/date.js';
import { fold } from '#domain/kernel/decider.js';
import type { NewEvent } from '#domain/kernel/event.js';
import { Refusal } from '#domain/kernel/refusal.js';

/** A fact with the day on which it was recorded. */
export interface Recorded extends NewEvent {
  readonly on: string;
}

/** A contract with its calendar, day by day: what people decide, and what follows from it in the same act. */
export class ContractLife {
  readonly facts: Recorded[] = [];
  readonly calendarFacts: Recorded[] = [];
  state: ContractState = notRegistered;
  private calendar: CalendarState = calendarEvolution.initial;

  constructor(public today: string) {}

  get bankHolidays(): BankHolidayTables {
    return this.calendar.bankHolidays;
  }

  get calendarState(): CalendarState {
    return this.calendar;
  }

  pass(days: number): void {
    this.today = addDays(this.today, days);
  }

  /** Records what is decided; nothing where it is refused. */
  decide(decide: () => readonly NewEvent[], stream: 'contract' | typeof CALENDAR_STREAM = 'contract'): boolean {
    try {
      const decided = decide();
      if (stream === 'contract') this.record(decided);
      else this.recordInCalendar(decided);
      return true;
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return false;
    }
  }

  record(events: readonly NewEvent[]): void {
    this.state = fold(contractEvolution, events, this.state);
    this.facts.push(...events.map((event) => ({ ...event, on: this.today })));
  }

  private recordInCalendar(events: readonly NewEvent[]): void {
    this.calendar = fold(calendarEvolution, events, this.calendar);
    this.calendarFacts.push(...events.map((event) => ({ ...event, on: this.today })));
  }

  /** The conditions that are met by what is recorded, on this day. */
  following(): readonly NewEvent[] {
    return consequencesOf(this.state, { today: this.today, bankHolidays: this.bankHolidays, remindersDelivered: () => 0 });
  }

  /** What happened, a line for each fact. */
  told(): string {
    return [...this.facts, ...this.calendarFacts]
      .sort((one, other) => (one.on < other.on ? -1 : one.on > other.on ? 1 : 0))
      .map(({ on, type, payload }) => `${on} ${type} ${JSON.stringify(payload)}`)
      .join('\n');
  }
}
