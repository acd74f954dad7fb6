import { type Frequency, dayAfter, firstDay, lastDay, reportingPeriods } from '../naive-count/days.js';
import type { CommitmentInMaking, CommitmentTerms, ContractInMaking } from './contract-in-making.js';
import { FIRST_DAY, type History } from './history.js';
import { targetPeriods } from './periods.js';
import { beneficiaryAgencies, beneficiaryGroups, directorates, evidenceKinds, places, priorities, shares, tags } from './pools.js';
import { plainQuantity } from './quantities.js';

/** A contract comes under the record, with its members, its schedule and its first commitments. */
export function registerContract(history: History): ContractInMaking {
  const { random } = history;
  const reference = history.reference('C');
  const stream = `contract:${reference}`;
  const startsOn = startingDay(history);
  const years = random.between(1, 5);
  const endsOn = new Date(Date.UTC(Number(startsOn.slice(0, 4)) + years, Number(startsOn.slice(5, 7)) - 1, Number(startsOn.slice(8)) - 1)).toISOString().slice(0, 10);
  const split = random.pick(shares);
  const members = history.providersFor(split.length);
  const contract: ContractInMaking = {
    reference,
    stream,
    terms: { lead: members[0]!, directorate: random.pick(directorates), startsOn, endsOn, valuePence: random.between(50_000, 12_000_000) * 100 },
    members,
    frequency: random.pick<Frequency>(['monthly', 'quarterly', 'quarterly', 'half-yearly', 'annual']),
    diligent: random.chance(0.4),
    returned: new Set(),
    completed: false,
    commitments: [],
  };
  history.say(stream, 'ContractRegistered', { terms: storedTerms(contract) }, startsOn < history.today ? startsOn : history.today);
  history.say(stream, 'ReportingScheduleAgreed', { frequency: contract.frequency, dueWorkingDays: 20 });
  if (split.length > 1 || random.chance(0.2)) {
    history.say(stream, 'MembersAgreed', { members: members.map((provider, place) => ({ provider, share: split[place]! })) });
  }
  if (random.chance(0.5)) agreeBreakClause(history, contract);
  for (let made = random.between(1, 2); made > 0; made -= 1) makeCommitment(history, contract);
  return contract;
}

/** The first of a quarter, or any other day, up to some months ahead. */
function startingDay({ random, today }: History): string {
  const periods = reportingPeriods('quarterly', '2022-04-01', dayAfter(today));
  const { from } = random.pick(periods.slice(-10));
  return random.chance(0.15) ? `${from.slice(0, 8)}${random.between(10, 28)}` : from;
}

export function storedTerms({ reference, terms }: ContractInMaking): object {
  return { reference, title: `Contract ${reference}`, manager: 'person-manager', jurisdiction: 'england-and-wales', regime: 'light-touch', ...terms };
}

function agreeBreakClause(history: History, contract: ContractInMaking): void {
  const condition = history.random.pick([
    { kind: 'shortfall', belowPercent: '60', consecutivePeriods: 2 },
    { kind: 'silence', workingDaysLate: 10 },
    { kind: 'critical commitment missed' },
  ]);
  history.say(contract.stream, 'BreakClauseAgreed', {
    clause: history.reference('B'),
    condition,
    timeToPutRightWorkingDays: 20,
    remediable: true,
    noticeForm: 'letter',
    noticeAddress: 'Registered office',
    deemedServiceWorkingDays: 2,
    whoMayDecide: 'head of service',
    summary: 'Under what was promised.',
  });
}

/** A promise, with targets for some of the contract's years and now and then what was delivered before. */
export function makeCommitment(history: History, contract: ContractInMaking): boolean {
  const { random } = history;
  const basis = random.chance(0.85) ? 'contract' : 'beyond contract';
  const terms: CommitmentTerms = {
    measure: history.measure(),
    provider: random.chance(0.5) ? null : random.pick(contract.members),
    basis,
    bidReference: basis === 'contract' ? 'bid 4.2' : '',
    critical: random.chance(0.2),
    evidenceRequired: random.chance(0.3) ? [] : random.some(evidenceKinds, 0.3),
    place: random.pick(places),
    beneficiaryGroup: random.pick(beneficiaryGroups),
    beneficiaryAgency: random.pick(beneficiaryAgencies),
    priority: random.pick(priorities),
    tags: random.some(tags, 0.2),
    factors: random.chance(0.7) ? { deadweight: null, displacement: null, leakage: null, causedByOthers: null } : history.factors(),
  };
  const commitment: CommitmentInMaking = { contract, reference: history.reference('K'), terms, withdrawn: false, targets: [], openings: [], chains: [] };
  contract.commitments.push(commitment);
  const bidSentence = basis === 'contract' ? 'Our partners will give what they can.' : null;
  history.say(contract.stream, 'CommitmentMade', { commitment: commitment.reference, terms, bidSentence });
  if (basis === 'contract' && terms.measure.kind !== 'text') agreeTargets(history, commitment);
  if (random.chance(0.25)) bringForward(history, commitment);
  return true;
}

function agreeTargets(history: History, commitment: CommitmentInMaking): void {
  const { startsOn, endsOn } = commitment.contract.terms;
  for (const { from, to } of targetPeriods(history.random, startsOn, endsOn)) {
    commitment.targets.push({ from, to });
    const quantity = commitment.terms.measure.kind === 'percentage' ? '50' : plainQuantity(history.random);
    history.say(commitment.contract.stream, 'TargetAgreed', { commitment: commitment.reference, from, to, quantity });
  }
}

/** An opening balance of a year before the ledger was used, or one of those stated anew. */
export function bringForward(history: History, commitment: CommitmentInMaking): boolean {
  const { random } = history;
  const { measure } = commitment.terms;
  if (measure.kind === 'text' || commitment.withdrawn) return false;
  const again = commitment.openings.length > 0 && random.chance(0.5) ? random.pick(commitment.openings) : undefined;
  const year = random.pick(['2021/22', '2022/23', '2023/24']);
  const { from, to } = again ?? random.pick(reportingPeriods(random.pick<Frequency>(['annual', 'quarterly']), firstDay(year), lastDay(year)));
  const provider = again ? again.provider : random.chance(0.6) ? null : random.pick(commitment.contract.members);
  const overlapping = commitment.openings.some((other) => other.from <= to && from <= other.to);
  if (!again && (overlapping || to >= FIRST_DAY)) return false;
  if (!again) commitment.openings.push({ from, to, provider });
  history.say(commitment.contract.stream, 'OpeningBalanceBroughtForward', {
    commitment: commitment.reference,
    provider,
    from,
    to,
    quantity: measure.kind === 'percentage' ? '40' : plainQuantity(random),
    attestedBy: random.chance(0.5) ? 'person-officer' : null,
    ...(again ? { change: { kind: random.pick(['variation', 'entry error']), reason: 'The old sheet was wrong.' } } : {}),
  });
  return true;
}
