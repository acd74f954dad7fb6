import { sharesOf } from '#domain/contract/contract.js';
import { membersOn } from '#domain/contract/members-on.js';
import type { Commitment, ContractState } from '#domain/contract/state.js';
import { checkWithinOneYear } from '#domain/kernel/one-year.js';
import { Faults } from '#domain/kernel/refusal.js';
import { checkEvidencedQuantity } from '../evidence-given.js';
import type { Claim } from './claim.js';
import { checkFigures, claimedQuantity } from './figures.js';

/** Refuses a claim that its own commitment and contract rule out, naming everything at once. */
export function checkClaim(state: ContractState, commitment: Commitment, claim: Claim, today: string): void {
  const faults = new Faults();
  const sound = checkWithinOneYear(faults, claim);
  checkDates(faults, claim, today);
  checkMember(faults, state, commitment, claim);
  checkFigures(faults, commitment, claim, sound ? claim : null);
  checkEvidencedQuantity(faults, commitment, claim.evidencedQuantity, claimedQuantity(commitment.terms.measure.kind, claim));
  faults.refuseIfAny();
}

/** What has not begun cannot have been delivered; a period still under way may be reported so far. */
function checkDates(faults: Faults, { from, to, item, reportedOn }: Claim, today: string): void {
  if (reportedOn > today) faults.add('reportedOn', reportedOn, `must not be after today, ${today}`, 'Give the day of the report.');
  if (from > today) faults.add('from', from, `must not be after today, ${today}`, 'Report it once it has been delivered.');
  else if (item && to > today && to >= from) faults.add('to', to, `must not be after today, ${today}, for an item`, 'Report it once it has been delivered.');
}

/** Who has left since delivered what it delivered. */
function checkMember(faults: Faults, state: ContractState, { terms }: Commitment, { provider, from, to }: Claim): void {
  if (provider === null) return;
  const members = [...new Set([...sharesOf(state).map((share) => share.provider), ...membersOn(state, to), ...membersOn(state, from)])];
  if (!members.includes(provider)) {
    faults.add('provider', provider, 'must be a member of the contract', `Choose one of ${members.slice(0, 20).join(', ')}, or leave it empty.`);
  } else if (terms.provider !== null && terms.provider !== provider) {
    const fix = `Leave it empty, or report on a commitment of ${provider}.`;
    faults.add('provider', provider, `must be ${terms.provider}, who made the commitment`, fix);
  }
}
