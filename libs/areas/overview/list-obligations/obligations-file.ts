import type { ObligationAnswer, ObligationsQuery } from '#areas/obligations/index.js';
import { type CsvCell, csvOf } from '#surface/pages/tables/csv.js';
import type { JudgedMoment } from '../asking-register/register-moment.js';
import { STATES } from './obligation-words.js';

const HEADER = [
  'What is due', 'Kind', 'From', 'From name', 'Contract', 'Contract title', 'Period from', 'Period to', 'About',
  'Due on', 'Why that day', 'Beware', 'State', 'More time', 'Met on', 'Judged on', 'As known on',
];

/** Obligations as a file, each with why it is due on its day. */
export async function obligationsFile(obligations: AsyncIterable<ObligationAnswer> | Iterable<ObligationAnswer>, { on, knownAt }: JudgedMoment): Promise<Buffer> {
  const lines: (readonly CsvCell[])[] = [];
  for await (const one of obligations) {
    lines.push([
      one.what, one.kind, one.from?.reference ?? 'authority', one.from?.name ?? '', one.contract, one.contractTitle, one.period.from, one.period.to, one.about,
      one.dueOn, one.why, one.warning, STATES[one.state].text, one.extension, one.metOn, on, knownAt ?? '',
    ]);
  }
  return csvOf(HEADER, lines);
}

/** Where to go on after one. */
export function placeOfObligation({ dueOn, id }: ObligationAnswer): NonNullable<ObligationsQuery['after']> {
  return { dueOn, obligation: id };
}
