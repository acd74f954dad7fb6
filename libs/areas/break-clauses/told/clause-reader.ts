import { Inject, Injectable } from '@nestjs/common';
import { remindersDelivered } from '#areas/contracts/index.js';
import { namedOrRefuse, REGISTER_STORE, type RegisterStore } from '#areas/registers/index.js';
import type { BankHolidayTables } from '#domain/authority/bank-holidays/bank-holidays.js';
import { CALENDAR_STREAM, calendarEvolution } from '#domain/authority/calendar.js';
import type { JudgedOn } from '#domain/contract/consequences/surroundings.js';
import type { BreakClause, Condition } from '#domain/contract/break-clause.js';
import { contractStream } from '#domain/contract/contract.js';
import type { Clock } from '#domain/kernel/clock.js';
import type { IsoDate } from '#domain/kernel/date.js';
import { fold } from '#domain/kernel/decider.js';
import { held } from '#domain/kernel/lookup.js';
import { CLOCK } from '#engine/clock/clock.token.js';
import type { Ledger } from '#engine/ledger/ledger.js';
import { LEDGER } from '#engine/ledger/ledger.token.js';
import { momentOf } from '#engine/ledger/moment.js';
import { clauseAsOf, recordAsOf } from './as-of.js';
import { type ContractClauses, readClauses } from './clause-record.js';

/** As of when break clauses are asked for, as people ask. What is left out is now. */
export interface AskedMoment {
  /** What was recorded by then: a position, a day or an instant. */
  readonly knownAt?: string | undefined;
  /** The day on which it is judged; left out: today, or the day of `knownAt`. */
  readonly on?: IsoDate | undefined;
}

/** The same, settled. */
export interface Judging extends JudgedOn {
  readonly authority: string;
  readonly upTo: number;
  /** No earlier moment is asked for. */
  readonly now: boolean;
}

/** Which clauses. What is left out does not matter. */
export interface WhichClauses {
  readonly contract?: string | undefined;
  readonly condition?: Condition['kind'] | undefined;
}

/** A clause as it stood, with its contract. */
export interface ReadClause {
  readonly clause: BreakClause;
  readonly record: ContractClauses;
}

const PAGE = 100;

/** Reads break clauses from their contracts' streams, as they stood at a moment. */
@Injectable()
export class ClauseReader {
  constructor(
    @Inject(LEDGER) private readonly ledger: Ledger,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(REGISTER_STORE) private readonly store: RegisterStore,
  ) {}

  /** @throws {Refusal} for an authority without a ledger, for what is no moment of it, and for a contract that it does not have */
  async judging(authority: string, { knownAt, on, contract }: AskedMoment & Pick<WhichClauses, 'contract'>): Promise<Judging> {
    const { position, day } = await momentOf(this.ledger, this.clock, authority, knownAt);
    await namedOrRefuse(this.ledger, authority, { contract });
    const bankHolidays: BankHolidayTables = fold(calendarEvolution, await this.ledger.readStream(authority, CALENDAR_STREAM, 0, position)).bankHolidays;
    return { authority, upTo: position, now: knownAt === undefined, today: on ?? day, bankHolidays, remindersDelivered };
  }

  /** The clauses by reference, after one or from the first; each contract of a page is read once. An earlier moment waits until the register knows it. */
  async *clauses(judging: Judging, { contract, condition }: WhichClauses, after: string | undefined): AsyncGenerator<ReadClause> {
    const { authority, upTo, now } = judging;
    // the register knows the kind as it was stated last: as known earlier it may have been another
    const question = { contract: contract ?? null, condition: now ? (condition ?? null) : null, upTo };
    for (let last = after ?? null; ; ) {
      const listed = await this.store.read(authority, (view) => view.breakClauses(last, PAGE, question), now ? 0 : upTo);
      const records = new Map<string, ContractClauses>();
      for (const { reference, contract } of listed) {
        const record = records.get(contract) ?? (await this.record(judging, contractStream(contract)));
        records.set(contract, record);
        const clause = held(record.state.breakClauses, reference);
        if (clause && (condition === undefined || clause.terms.condition.kind === condition)) yield { clause: clauseAsOf(clause, judging.today), record };
      }
      if (listed.length < PAGE) return;
      last = listed.at(-1)!.reference;
    }
  }

  /** One clause; undefined where it was not agreed yet, or never. */
  async clause(judging: Judging, reference: string): Promise<ReadClause | undefined> {
    const stream = await this.ledger.find(judging.authority, 'break clause', reference);
    const record = stream === undefined ? undefined : await this.record(judging, stream);
    const clause = record && held(record.state.breakClauses, reference);
    return clause && { clause: clauseAsOf(clause, judging.today), record };
  }

  private async record({ authority, upTo, today }: Judging, stream: string): Promise<ContractClauses> {
    return recordAsOf(readClauses(await this.ledger.readStream(authority, stream, 0, upTo)), today);
  }
}
