import type { Span } from '../naive-count/days.js';
import { type ChainInMaking, type CommitmentInMaking, isCorrection, type ReportInMaking, standingReport } from './contract-in-making.js';
import type { History } from './history.js';
import { datedItem, endedPeriod, placeFor } from './periods.js';
import { evidenceKinds } from './pools.js';
import { hundredths, type Said, saidQuantity } from './quantities.js';

interface Where extends Span {
  readonly provider: string | null;
  readonly item: boolean;
}

export function reportDelivery(history: History, commitment: CommitmentInMaking): boolean {
  if (commitment.withdrawn) return false;
  const { random } = history;
  const item = random.chance(0.35);
  const period = somePeriod(history, commitment, item);
  if (!period) return false;
  const provider = random.chance(0.65) ? null : random.pick(commitment.contract.members);
  const chain: ChainInMaking = { commitment, reports: [], withdrawn: false };
  if (!state(history, chain, { ...period, provider, item }, saidQuantity(random, commitment.terms.measure))) return false;
  commitment.chains.push(chain);
  return true;
}

/** A later report in the place of the one that stands: another quantity, other evidence, another period or member. */
export function correctDelivery(history: History, chain: ChainInMaking): boolean {
  const { random } = history;
  const { commitment } = chain;
  const old = standingReport(chain);
  const moved = random.chance(0.25) ? somePeriod(history, commitment, old.item) : undefined;
  const { from, to } = moved ?? old;
  const provider = random.chance(0.8) ? old.provider : random.pick([null, ...commitment.contract.members]);
  return state(history, chain, { from, to, provider, item: old.item }, saidQuantity(random, commitment.terms.measure), old.reference);
}

function somePeriod({ random, today }: History, { contract }: CommitmentInMaking, item: boolean): Span | undefined {
  const { startsOn, endsOn } = contract.terms;
  return (item ? datedItem : endedPeriod)(random, startsOn, endsOn, today);
}

function state(history: History, chain: ChainInMaking, where: Where, said: Said, corrects?: string): boolean {
  const { random, today } = history;
  const { commitment } = chain;
  const place = placeFor(commitment, where, chain);
  if (place === 'refused') return false;
  const reference = history.reference('D');
  const evidence = evidenceFor(history, commitment, 'E');
  const { provider, from, to, item } = where;
  const payload = {
    report: reference,
    commitment: commitment.reference,
    provider,
    from,
    to,
    ...said.fields,
    item,
    inAddition: place === 'in addition',
    evidence,
    evidencedQuantity: supported(history, said.typed),
    reportedOn: today,
    reportedBy: 'person-provider',
    side: random.pick(['provider', 'provider', 'authority']),
    ...(random.chance(0.2) ? { description: 'As the sheets say.' } : {}),
    ...(corrects === undefined ? {} : { corrects, reason: 'It was typed wrong.' }),
  };
  chain.reports.push({ reference, provider, from, to, item, typed: said.typed, evidence, decision: 'undecided', cancelled: false });
  history.say(commitment.contract.stream, corrects === undefined ? 'DeliveryReported' : 'DeliveryCorrected', payload);
  return true;
}

/** All the kinds asked for, only some, or none; and now and then a kind that nobody asked for. */
function evidenceFor({ random }: History, { terms }: CommitmentInMaking, prefix: string) {
  const held = random.some(terms.evidenceRequired, random.pick([1, 1, 0.5, 0]));
  const kinds = random.chance(0.15) ? [...held, random.pick(evidenceKinds)] : held;
  return kinds.map((kind, place) => ({
    id: `${prefix}${place + 1}`,
    kind,
    ...(random.chance(0.5) ? { fileName: `${kind} ${place + 1}.pdf` } : {}),
    sha256: random.chance(0.5) ? random.hex() : null,
  }));
}

/** What the evidence supports: all, a part, or more than was reported. */
function supported({ random }: History, typed: bigint | undefined): string | null {
  return typed === undefined || random.chance(0.7) ? null : hundredths(typed, random.between(0, 120));
}

export function cancelCorrection(history: History, chain: ChainInMaking): boolean {
  const report = standingReport(chain);
  if (!isCorrection(chain, report) || report.decision === 'validated') return false;
  report.cancelled = true;
  sayOf(history, chain, report, 'CorrectionCancelled', { reason: 'The first figure was right.' });
  return true;
}

export function withdrawDelivery(history: History, chain: ChainInMaking): boolean {
  chain.withdrawn = true;
  sayOf(history, chain, standingReport(chain), 'DeliveryWithdrawn', { reason: 'It belongs to another commitment.' });
  return true;
}

export function attachEvidence(history: History, chain: ChainInMaking): boolean {
  const report = standingReport(chain);
  const evidence = evidenceFor(history, chain.commitment, `late-${history.reference('E')}-`);
  if (evidence.length === 0) return false;
  report.evidence = [...report.evidence, ...evidence];
  sayOf(history, chain, report, 'EvidenceAttached', { evidence, evidencedQuantity: supported(history, report.typed), attachedOn: history.today });
  return true;
}

export function withdrawEvidence(history: History, chain: ChainInMaking): boolean {
  const report = standingReport(chain);
  if (report.evidence.length === 0) return false;
  const { id } = history.random.pick(report.evidence);
  report.evidence = report.evidence.filter((piece) => piece.id !== id);
  sayOf(history, chain, report, 'EvidenceWithdrawn', { evidence: id, reason: 'The letter was about somebody else.' });
  return true;
}

/** Says something of one report. */
export function sayOf(history: History, { commitment }: ChainInMaking, { reference }: ReportInMaking, type: string, rest: object): void {
  history.say(commitment.contract.stream, type, { commitment: commitment.reference, report: reference, ...rest });
}
