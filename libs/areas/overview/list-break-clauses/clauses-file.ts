import type { BreakClauseAnswer, CaseAnswer } from '#areas/break-clauses/index.js';
import type { CsvCell } from '#surface/pages/tables/csv.js';
import type { JudgedMoment } from '../asking-register/register-moment.js';
import { caseStateInWords } from './case-words.js';

export const CLAUSES_HEADER = [
  'Break clause', 'Contract', 'Contract title', 'What it says', 'When it bites', 'Case', 'State', 'Found on', 'What was found', 'As it looks now', 'Rights',
  'Notice sent', 'Counts as served', 'To be put right by', 'May be invoked from', 'Put right on', 'Waived on', 'Invoked on', 'Judged on', 'As known on',
] as const;

/** A clause as lines of a file: one for each case, or one where there is none. */
export function clauseLines({ reference, contract, summary, condition, cases }: BreakClauseAnswer, { on, knownAt }: JudgedMoment): readonly (readonly CsvCell[])[] {
  const clause = [reference, contract.reference, contract.title, summary, condition.sentence];
  const moment = [on, knownAt ?? ''];
  if (cases.length === 0) return [[...clause, ...Array.from({ length: CLAUSES_HEADER.length - clause.length - moment.length }, () => ''), ...moment]];
  return cases.map((one) => [...clause, ...caseCells(one), ...moment]);
}

function caseCells(one: CaseAnswer): readonly CsvCell[] {
  const { name, metOn, sentence, now, rights, notice, clock, putRight, waived, invoked } = one;
  const { deemedServed, putRightBy, invocableFrom } = clock;
  const days = [notice?.sentOn, deemedServed?.date, putRightBy?.date, invocableFrom?.date, putRight?.on, waived?.on, invoked?.on];
  return [name, caseStateInWords(one).text, metOn, sentence, now.sentence, rights, ...days.map((day) => day ?? '')];
}
