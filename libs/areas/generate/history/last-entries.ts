import { addDays } from '#domain/kernel/date.js';
import { Chance } from '../chance.js';
import type { ContractMade } from './contract-made.js';
import { type Ground, numbered } from './ground.js';

/** No more of them than this: a ledger need not be filled to the last entry. */
const MOST = 90;

/**
 * What is still missing of the entries asked for, as gifts that the last contract's lead reports one by one: each is
 * one entry, and none is decided yet.
 */
export function lastEntries({ made, numbers, seed, setting }: Ground, contract: ContractMade, missing: number): void {
  if (missing < 2) return;
  const chance = Chance.of(seed, 'last entries');
  const moment = setting.moments.length - 1;
  const lead = contract.members[0]!;
  const reference = numbered('K', numbers.commitment++);
  const terms = { contract: contract.reference, measure: 'M10', provider: lead.reference, basis: 'beyond contract', place: contract.place } as const;
  made.add('commitments', moment, { reference, ...terms });
  const reported = addDays(made.dayOf(moment), -chance.between(3, 6));
  for (let count = 1; count < Math.min(missing, MOST); count++) {
    const day = addDays(reported, -chance.between(2, 30));
    const quantity = String(chance.between(4, 90) * 5);
    const about = { reference: `${reference}-${count}`, commitment: reference, from: day, to: day, item: true } as const;
    made.add('deliveries', moment, { ...about, quantity, reported_on: reported, reported_by: lead.contact });
  }
}
