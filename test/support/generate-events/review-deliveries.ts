import { asDecimal } from '../naive-count/arithmetic.js';
import { type ChainInMaking, type ReportInMaking, standingReport } from './contract-in-making.js';
import type { History } from './history.js';
import { hundredths } from './quantities.js';
import { sayOf } from './report-deliveries.js';

const METHODS = ['document', 'visit', 'beneficiary', 'data we hold'];

/** A decision on the report that stands; now and then a further decision on one that was decided. */
export function reviewDelivery(history: History, chain: ChainInMaking): boolean {
  const { random } = history;
  const report = standingReport(chain);
  const decided = report.decision === 'validated' || report.decision === 'rejected';
  if (decided && !random.chance(0.05)) return false;
  const decide = random.weighted([
    [45, validate],
    [25, validatePart],
    [report.decision === 'undecided' ? 14 : 0, query],
    [report.decision === 'rejected' ? 0 : 16, reject],
  ]);
  decide(history, chain, report);
  return true;
}

function validate(history: History, chain: ChainInMaking, report: ReportInMaking): void {
  sayValidated(history, chain, report, false, report.typed === undefined ? null : asDecimal(report.typed));
}

function validatePart(history: History, chain: ChainInMaking, report: ReportInMaking): void {
  if (report.typed === undefined || report.typed === 0n) return validate(history, chain, report);
  sayValidated(history, chain, report, true, hundredths(report.typed, history.random.between(0, 99)));
}

function sayValidated(history: History, chain: ChainInMaking, report: ReportInMaking, part: boolean, accepted: string | null): void {
  const { random } = history;
  const factors = random.chance(0.8) ? { deadweight: null, displacement: null, leakage: null, causedByOthers: null } : history.factors();
  const replaced = Object.values(factors).some((factor) => factor !== null);
  report.decision = 'validated';
  sayOf(history, chain, report, 'DeliveryValidated', {
    part,
    accepted,
    method: random.pick(METHODS),
    ...reviewed(history),
    selfReviewed: false,
    ...(part || replaced ? { reason: 'As evidenced.' } : {}),
    factors,
  });
}

function query(history: History, chain: ChainInMaking, report: ReportInMaking): void {
  report.decision = 'queried';
  sayOf(history, chain, report, 'DeliveryQueried', { question: 'Forty people each time?', ...reviewed(history) });
}

function reject(history: History, chain: ChainInMaking, report: ReportInMaking): void {
  report.decision = 'rejected';
  sayOf(history, chain, report, 'DeliveryRejected', { reason: 'Counted twice.', method: history.random.pick(METHODS), ...reviewed(history) });
}

function reviewed({ today }: History) {
  return { reviewedOn: today, reviewedBy: 'person-manager' };
}

export function answerQuery(history: History, chain: ChainInMaking): boolean {
  const report = standingReport(chain);
  if (report.decision !== 'queried') return false;
  report.decision = 'undecided';
  sayOf(history, chain, report, 'QueryAnswered', { answer: 'Yes, forty.', answeredOn: history.today, answeredBy: 'person-provider' });
  return true;
}

export function withdrawValidation(history: History, chain: ChainInMaking): boolean {
  const report = standingReport(chain);
  if (report.decision !== 'validated') return false;
  report.decision = 'undecided';
  sayOf(history, chain, report, 'ValidationWithdrawn', { reason: 'The register was forged.' });
  return true;
}
