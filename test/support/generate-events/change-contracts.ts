import { reportingPeriods } from '../naive-count/days.js';
import type { CommitmentInMaking, CommitmentTerms, ContractInMaking } from './contract-in-making.js';
import type { History } from './history.js';
import { storedTerms } from './make-contracts.js';
import { targetPeriods } from './periods.js';
import { directorates, evidenceKinds, places, shares, tags } from './pools.js';
import { plainQuantity } from './quantities.js';

export function changeContract(history: History, contract: ContractInMaking): boolean {
  const { random } = history;
  contract.terms = { ...contract.terms, directorate: random.pick(directorates), valuePence: contract.terms.valuePence + random.between(0, 9_999) };
  history.say(contract.stream, random.pick(['ContractVaried', 'ContractCorrected']), { terms: storedTerms(contract), reason: 'Services moved.' });
  return true;
}

/** The same members, with the shares of another table of as many. */
export function agreeMembersAnew(history: History, contract: ContractInMaking): boolean {
  const { random } = history;
  const table = random.pick(shares.filter((parts) => parts.length === contract.members.length));
  const parts = [...table].sort(() => random.next() - 0.5);
  history.say(contract.stream, 'MembersAgreed', {
    members: contract.members.map((provider, place) => ({ provider, share: parts[place]! })),
    change: { kind: 'variation', reason: 'The partners agreed other shares.' },
  });
  return true;
}

export function changeCommitment(history: History, commitment: CommitmentInMaking): boolean {
  if (commitment.withdrawn) return false;
  const { random } = history;
  const terms = random.chance(0.6) ? changedTerms(history, commitment) : undefined;
  const targets = terms && random.chance(0.5) ? undefined : changedTargets(history, commitment);
  if (!terms && !targets) return false;
  if (terms) commitment.terms = terms;
  const type = random.pick(['CommitmentVaried', 'CommitmentCorrected']);
  const payload = { commitment: commitment.reference, ...(terms ? { terms } : {}), ...(targets ? { targets } : {}), reason: 'A letter of 3 May.' };
  history.say(commitment.contract.stream, type, payload);
  return true;
}

function changedTerms(history: History, { terms, contract }: CommitmentInMaking): CommitmentTerms {
  const { random } = history;
  return random.pick<() => CommitmentTerms>([
    () => ({ ...terms, measure: history.revalued(terms.measure) }),
    () => ({ ...terms, place: random.pick(places), tags: random.some(tags, 0.5) }),
    () => ({ ...terms, factors: history.factors() }),
    () => ({ ...terms, evidenceRequired: random.some(evidenceKinds, 0.3) }),
    () => ({ ...terms, provider: random.chance(0.5) ? null : random.pick(contract.members) }),
  ])();
}

/** New figures for some targets, some taken away, some for periods that had none. */
function changedTargets(history: History, commitment: CommitmentInMaking) {
  const { random } = history;
  const { terms, contract } = commitment;
  if (terms.basis !== 'contract' || terms.measure.kind === 'text') return undefined;
  const quantity = () => (terms.measure.kind === 'percentage' ? '60' : plainQuantity(random));
  const changes = random.some(commitment.targets, 0.4).map(({ from, to }) => ({ from, to, quantity: random.chance(0.25) ? null : quantity() }));
  const gone = (from: string) => changes.some((change) => change.from === from && change.quantity === null);
  commitment.targets = commitment.targets.filter(({ from }) => !gone(from));
  for (const { from, to } of targetPeriods(random, contract.terms.startsOn, contract.terms.endsOn)) {
    const taken = [...commitment.targets, ...changes].some((target) => target.from <= to && from <= target.to);
    if (taken || random.chance(0.5)) continue;
    commitment.targets.push({ from, to });
    changes.push({ from, to, quantity: quantity() });
  }
  return changes.length > 0 ? changes : undefined;
}

export function withdrawCommitment(history: History, commitment: CommitmentInMaking): boolean {
  if (commitment.withdrawn) return false;
  commitment.withdrawn = true;
  history.say(commitment.contract.stream, 'CommitmentWithdrawn', { commitment: commitment.reference, reason: 'Both sides agreed.' });
  return true;
}

/** The members' returns for the first period that wants one. */
export function submitReturns(history: History, contract: ContractInMaking): boolean {
  const { random, today } = history;
  const { startsOn, endsOn } = contract.terms;
  const periods = reportingPeriods(contract.frequency, startsOn, endsOn).filter(({ to }) => to <= today);
  const waiting = periods.flatMap((period) => contract.members.map((provider) => ({ ...period, provider }))).filter(({ from, provider }) => !contract.returned.has(`${provider} ${from}`));
  const first = contract.diligent ? waiting.filter(({ from }) => from === waiting[0]!.from) : random.some(waiting.slice(0, 3), 0.5);
  for (const { provider, from, to } of first) {
    contract.returned.add(`${provider} ${from}`);
    history.say(contract.stream, 'ReturnSubmitted', { provider, from, to, nil: random.chance(0.2), submittedOn: today, submittedBy: 'person-provider' });
  }
  return first.length > 0;
}

export function completeContract(history: History, contract: ContractInMaking): boolean {
  if (contract.completed || contract.terms.endsOn >= history.today) return false;
  contract.completed = true;
  history.say(contract.stream, 'ContractCompleted', { completedOn: contract.terms.endsOn });
  return true;
}
