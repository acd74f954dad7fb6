import type { BankHolidayTables } from '#domain/authority/bank-holidays/bank-holidays.js';
import type { ContractState } from '#domain/contract/state.js';
import type { EventDefinition } from '#domain/kernel/event.js';

/** What a sentence about an entry may look at: how things stood when it was recorded, and how people and providers are called. */
export interface Scene {
  /** The contract before the entry and after it; not registered where the entry belongs to no contract. */
  readonly before: ContractState;
  readonly after: ContractState;
  /** As they were known when the entry was recorded. */
  readonly bankHolidays: BankHolidayTables;
  /** A provider’s name; its reference where no name is known. */
  provider(reference: string): string;
  person(id: string): string;
}

/** How one type of event is told: in whole sentences, without the free texts, which stand beside it. */
export interface Sentence {
  readonly type: string;
  tell(payload: object, scene: Scene): string;
}

export function sentence<Type extends string, Payload extends object>(
  { type }: EventDefinition<Type, Payload>,
  tell: (payload: Payload, scene: Scene) => string,
): Sentence {
  return { type, tell: tell as Sentence['tell'] };
}
