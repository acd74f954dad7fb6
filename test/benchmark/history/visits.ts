import { fact } from '#domain/contract/contract.js';
import * as events from '#domain/contract/events/index.js';
import type { NewEvent } from '#domain/kernel/event.js';
import { noFactors } from '#domain/measures/measure.js';
import { dayOf, months, QUARTERS } from './calendar.js';
import { chanceOf, fileHash, person, tenths } from './chance.js';
import type { InventedCommitment, InventedContract } from './contracts.js';
import { type InventedReport, reportsOn } from './reports.js';

/** A contract comes under the record: its terms, schedule, members, commitments and yearly targets. */
export function* setUp({ terms, members, commitments, begins }: InventedContract, today: string): Generator<NewEvent> {
  yield fact(events.contractRegistered, today, { terms });
  yield fact(events.reportingScheduleAgreed, today, { frequency: 'quarterly', dueWorkingDays: 20 });
  if (members.length > 1) yield fact(events.membersAgreed, today, { members: [{ provider: members[0]!, share: '60' }, { provider: members[1]!, share: '40' }] });
  for (const commitment of commitments) {
    const { reference, terms, bidSentence } = commitment;
    yield { type: events.commitmentMade.type, businessDate: today, payload: { commitment: reference, terms, bidSentence } };
    if (commitment.terms.basis !== 'contract') continue;
    for (let first = begins - (begins % 4); first < QUARTERS; first += 4) yield target(commitment, first, Math.max(first, begins), today);
  }
}

function target(commitment: InventedCommitment, year: number, from: number, today: string): NewEvent {
  const quantity = tenths(commitment.target);
  return fact(events.targetAgreed, today, { commitment: commitment.reference, from: dayOf(from, 0), to: months(year + 3, 2, 1).to, quantity });
}

/** The provider files a quarter: its reports, and each member's return. */
export function* file(seed: number, contract: InventedContract, quarter: number, today: string): Generator<NewEvent> {
  for (const { claim } of reportsOn(seed, contract, quarter)) yield fact(events.deliveryReported, today, { ...claim, reportedOn: today });
  const { from, to } = months(quarter, 0, 3);
  for (const provider of contract.members) {
    yield fact(events.returnSubmitted, today, { provider, from, to, nil: false, submittedOn: today, submittedBy: person(20_000 + contract.number) });
  }
}

/** The contract manager decides what was filed. */
export function* review(seed: number, contract: InventedContract, quarter: number, today: string): Generator<NewEvent> {
  for (const report of reportsOn(seed, contract, quarter)) {
    const about = { commitment: report.commitment.reference, report: report.claim.report, reviewedOn: today, reviewedBy: contract.terms.manager };
    if (report.fate === 'waits' || report.fate === 'withdrawn') continue;
    if (report.fate === 'queried') yield fact(events.deliveryQueried, today, { ...about, question: 'Which sessions are these? Two of them are in the return before.' });
    else if (report.fate === 'rejected') yield fact(events.deliveryRejected, today, { ...about, method: 'document', reason: 'Counted in the return of the quarter before.' });
    else yield validated(contract, report, report.claim.report, today, report.fate === 'part');
  }
}

function validated(contract: InventedContract, { commitment, typed }: InventedReport, report: string, today: string, part = false): NewEvent {
  return fact(events.deliveryValidated, today, {
    commitment: commitment.reference,
    report,
    part,
    accepted: tenths(part ? Math.floor(typed * 0.8) : typed),
    method: commitment.number % 3 === 0 ? 'visit' : 'document',
    reviewedOn: today,
    reviewedBy: contract.terms.manager,
    selfReviewed: false,
    ...(part || typed % 5 === 0 ? { reason: part ? 'The last week is not in the register.' : 'Seen at the visit.' } : {}),
    factors: commitment.number % 5 === 0 ? { ...noFactors, causedByOthers: '15' } : noFactors,
  });
}

/** What is still open of the quarter, and what turns out to be wrong in the one before it; now and then new terms. */
export function* followUp(seed: number, contract: InventedContract, quarter: number, today: string): Generator<NewEvent> {
  for (const report of reportsOn(seed, contract, quarter)) yield* settle(seed, contract, report, today);
  if (quarter > contract.begins) for (const report of reportsOn(seed, contract, quarter - 1)) yield* amend(contract, report, today);
  yield* newTerms(seed, contract, quarter, today);
}

function* settle(seed: number, contract: InventedContract, report: InventedReport, today: string): Generator<NewEvent> {
  const about = { commitment: report.commitment.reference, report: report.claim.report };
  if (report.fate === 'queried') {
    yield fact(events.queryAnswered, today, { ...about, answer: 'The two on Saturdays; they were moved.', answeredOn: today, answeredBy: report.claim.reportedBy });
    yield validated(contract, report, about.report, today);
  } else if (report.fate === 'evidence later') {
    const kind = report.commitment.terms.evidenceRequired[0] ?? 'invoices';
    const sha256 = fileHash(chanceOf(seed, 4, contract.number, report.typed));
    yield fact(events.evidenceAttached, today, { ...about, evidence: [{ id: 'E-later', kind, sha256 }], evidencedQuantity: null, attachedOn: today });
  } else if (report.fate === 'withdrawn') {
    yield fact(events.deliveryWithdrawn, today, { ...about, reason: 'It belongs to another contract.' });
  }
}

function* amend(contract: InventedContract, report: InventedReport, today: string): Generator<NewEvent> {
  const about = { commitment: report.commitment.reference, report: report.claim.report };
  if (report.fate === 'corrected') {
    const typed = Math.max(1, Math.floor(report.typed * 0.9));
    const { hours: _, people: __, quantity: ___, ...claim } = report.claim;
    const said = report.claim.people === undefined ? { quantity: tenths(typed) } : { hours: tenths(typed), people: 1 };
    const correction = `${about.report}b`;
    yield fact(events.deliveryCorrected, today, { ...claim, ...said, report: correction, corrects: about.report, reportedOn: today, reason: 'The register had them twice.' });
    yield validated(contract, { ...report, typed }, correction, today);
  } else if (report.fate === 'validation withdrawn') {
    yield fact(events.validationWithdrawn, today, { ...about, reason: 'The auditor asked for the originals.' });
    yield validated(contract, report, about.report, today, true);
  }
}

function* newTerms(seed: number, contract: InventedContract, quarter: number, today: string): Generator<NewEvent> {
  const chance = chanceOf(seed, 5, contract.number, quarter);
  if (chance.chance(0.01)) {
    yield fact(events.contractVaried, today, { terms: { ...contract.terms, valuePence: contract.terms.valuePence + 2_500_000 }, reason: 'Variation 1, signed by both sides.' });
  }
  if (!chance.chance(0.12)) return;
  const commitment = chance.pick(contract.commitments);
  if (commitment.terms.basis !== 'contract') return;
  const year = quarter - (quarter % 4);
  const { from, to } = { from: dayOf(Math.max(year, contract.begins), 0), to: months(year + 3, 2, 1).to };
  const targets = [{ from, to, quantity: tenths(Math.floor(commitment.target * 0.9)) }];
  yield fact(events.commitmentVaried, today, { commitment: commitment.reference, targets, reason: 'Fewer sites than foreseen.' });
}
