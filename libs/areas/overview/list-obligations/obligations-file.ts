import type { ObligationAnswer } from '#areas/obligations/index.js';
import type { JudgedMoment } from '../asking-register/register-moment.js';
import { csvOf } from '#surface/pages/tables/csv.js';
import { STATES } from './obligation-words.js';

/** Obligations as a file, each with why it is due on its day. */
export function obligationsFile(obligations: readonly ObligationAnswer[], { on, knownAt }: JudgedMoment): Buffer {
  return csvOf(
    [
      'What is due', 'Kind', 'From', 'From name', 'Contract', 'Contract title', 'Period from', 'Period to', 'About',
      'Due on', 'Why that day', 'Beware', 'State', 'More time', 'Met on', 'Judged on', 'As known on',
    ],
    obligations.map((one) => [
      one.what, one.kind, one.from?.reference ?? 'authority', one.from?.name ?? '', one.contract, one.contractTitle, one.period.from, one.period.to, one.about,
      one.dueOn, one.why, one.warning, STATES[one.state].text, one.extension, one.metOn, on, knownAt ?? '',
    ]),
  );
}
