import { z } from 'zod';
import { fact } from '#domain/contract/contract.js';
import { queryAnswered } from '#domain/contract/events/index.js';
import type { ContractState } from '#domain/contract/state.js';
import type { NewEvent } from '#domain/kernel/event.js';
import * as field from '#domain/kernel/fields.js';
import { Faults, refuse } from '#domain/kernel/refusal.js';
import { refuseUnlessInForce } from '../in-force-or-refuse.js';
import { reportOrRefuse } from '../report-or-refuse.js';

/** Answer the question that a reviewer asked about a report; it then waits for review again. */
export const answerQuery = z.strictObject({
  report: field.reference,
  answer: z.string().max(10_000).describe('The answer to the reviewer’s question.'),
  answeredOn: field.date,
  answeredBy: field.person,
});
export type AnswerQuery = z.infer<typeof answerQuery>;

export function decideAnswerQuery(state: ContractState, command: AnswerQuery, around: { readonly today: string }): NewEvent[] {
  const { commitment, report } = reportOrRefuse(state, command.report, 'report');
  refuseUnlessInForce(commitment, report, 'report', 'Look at');
  if (report.decision?.kind !== 'queried') {
    refuse('report', report.reference, 'must be queried', 'Wait for a question; a report that was wrong is corrected.');
  }
  const { answer, answeredOn, answeredBy } = command;
  const faults = new Faults();
  if (answer.trim() === '') faults.add('answer', answer, 'must not be empty', 'Answer the question.');
  if (answeredOn > around.today) faults.add('answeredOn', answeredOn, `must not be after today, ${around.today}`, 'Give the day of the answer.');
  faults.refuseIfAny();
  return [fact(queryAnswered, answeredOn, { commitment: commitment.reference, report: report.reference, answer, answeredOn, answeredBy })];
}
