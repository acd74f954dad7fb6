import { refuse } from '#domain/kernel/refusal.js';

/** What is asked of the generator. */
export interface HistoryAsked {
  readonly seed: number;
  readonly contracts: number;
  /** The entries that the ledger is to hold: within 2%, or 30 where that is more. */
  readonly events: number;
}

/** The measures, the closings, and room for the last contract. */
const AT_LEAST = 60;
/** A contract's own two entries, a promise with its targets, and a report, a review and a return for each of some years. */
const LEAST_FOR_A_CONTRACT = 22;
/** What the largest contracts of the public sector have in three years, several times over. */
const MOST_FOR_A_CONTRACT = 1_200;
const MOST_CONTRACTS = 200_000;

const counted = (number: number): string => number.toLocaleString('en-GB');

/**
 * Refuses what cannot be made.
 * @throws Refusal
 */
export function checkAsked({ seed, contracts, events }: HistoryAsked): void {
  if (!Number.isInteger(seed) || seed < 0 || seed >= 2 ** 32) refuse('--seed', String(seed), 'must be a whole number from 0 to 4,294,967,295', 'Choose another; the same number makes the same authority.');
  if (!Number.isInteger(contracts) || contracts < 1 || contracts > MOST_CONTRACTS) refuse('--contracts', String(contracts), `must be a whole number from 1 to ${counted(MOST_CONTRACTS)}`, 'Give the number of contracts.');
  if (!Number.isInteger(events) || events < 1) refuse('--events', String(events), 'must be a whole number above 0', 'Give the number of entries that the ledger is to hold.');
  const [least, most] = [AT_LEAST + LEAST_FOR_A_CONTRACT * contracts, AT_LEAST + MOST_FOR_A_CONTRACT * contracts];
  const what = contracts === 1 ? '1 contract' : `${counted(contracts)} contracts`;
  if (events < least) {
    const fewer = Math.floor((events - AT_LEAST) / LEAST_FOR_A_CONTRACT);
    refuse('--events', String(events), `must be at least ${counted(least)} for ${what} with something to report`, fewer >= 1 ? `Ask for more entries, or for ${counted(fewer)} contracts or fewer.` : 'Ask for more entries.');
  }
  if (events > most) {
    const more = Math.ceil((events - AT_LEAST) / MOST_FOR_A_CONTRACT);
    refuse('--events', String(events), `must be at most ${counted(most)} for ${what}: nobody reports more in three years`, `Ask for fewer entries, or for ${counted(more)} contracts or more.`);
  }
}
