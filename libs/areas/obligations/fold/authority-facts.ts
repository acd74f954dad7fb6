import { type BankHolidayTables, edition1 } from '#domain/authority/bank-holidays/bank-holidays.js';
import { type BankHolidaysRecorded, bankHolidaysRecorded, withBankHolidays } from '#domain/authority/calendar.js';
import type { RecordedEvent } from '#domain/kernel/event.js';

/** What obligations need to know of the authority as a whole. */
export interface AuthorityFacts {
  readonly bankHolidays: BankHolidayTables;
  /** The streams of its contracts. */
  readonly contracts: readonly string[];
}

export const nothingKnown: AuthorityFacts = { bankHolidays: edition1, contracts: [] };

/** The events of contracts that change these facts. */
export const HEEDED_OF_CONTRACTS = ['ContractRegistered'] as const;

export function foldAuthority(facts: AuthorityFacts, event: RecordedEvent): AuthorityFacts {
  if (event.type === 'ContractRegistered') return { ...facts, contracts: [...facts.contracts, event.stream] };
  if (event.type !== bankHolidaysRecorded.type) return facts;
  return { ...facts, bankHolidays: withBankHolidays(facts.bankHolidays, event.payload as BankHolidaysRecorded) };
}

interface Stored {
  /** Left out while nothing was recorded: then edition 1 holds. */
  readonly bankHolidays?: BankHolidayTables;
  readonly contracts: readonly string[];
}

export const factsCodec = {
  encode: ({ bankHolidays, contracts }: AuthorityFacts): string => JSON.stringify(bankHolidays === edition1 ? { contracts } : { bankHolidays, contracts }),
  decode: (text: string): AuthorityFacts => {
    const { bankHolidays = edition1, contracts } = JSON.parse(text) as Stored;
    return { bankHolidays, contracts };
  },
};
