import { WHOLE } from '../kernel/percent.js';
import type { Share } from '../kernel/split.js';
import type { ContractState, ContractTerms } from './state.js';

/** Who delivers and in what shares: what was agreed, else the lead alone. */
export function sharesOf({ members, terms }: ContractState): readonly Share[] {
  if (members.length > 0) return members;
  let alone = leadsAlone.get(terms!);
  if (!alone) leadsAlone.set(terms!, (alone = [{ provider: terms!.lead, share: WHOLE }]));
  return alone;
}

/** The same terms answer the same shares, so that whoever keeps what follows from them sees that nothing changed. */
const leadsAlone = new WeakMap<ContractTerms, readonly Share[]>();
