import { longDate } from '#domain/kernel/date.js';
import type { ToldEvent } from './event-teller.js';

/** Something that a person wrote, behind an entry. */
export interface TextBehind {
  /** What it is: `Reason`. */
  readonly what: string;
  readonly text: string;
  /** It was erased, and reads so. */
  readonly erased: boolean;
}

/** The free texts of entries, by their field; whatever else is written down stands among the facts. */
const WHAT: Readonly<Record<string, string>> = {
  bidSentence: 'Sentence of the bid',
  summary: 'What the clause says',
  description: 'Description',
  text: 'What was reported',
  question: 'Question',
  answer: 'Answer',
  words: 'In words',
  how: 'How it was put right',
  step: 'Step',
  recovery: 'What will be done about it',
  reason: 'Reason',
};

/** What people wrote behind an entry: reasons, questions, sentences of the bid. */
export function textsBehind({ facts }: Pick<ToldEvent, 'facts'>): readonly TextBehind[] {
  return facts.flatMap(({ field, value }) => {
    const what = WHAT[field.slice(field.lastIndexOf('.') + 1)];
    return what === undefined ? [] : [{ what: `${what}${agreedFor(field, facts)}`, text: value, erased: value === 'erased' }];
  });
}

/** A step of a plan has a day of its own. */
function agreedFor(field: string, facts: ToldEvent['facts']): string {
  const by = field.endsWith('.step') ? facts.find((one) => one.field === field.replace(/step$/, 'by'))?.value : undefined;
  return by === undefined ? '' : `, by ${longDate(by)}`;
}

/** A text in one line, for a file: `Reason: “Counted twice”`. */
export function textInLine({ what, text, erased }: TextBehind): string {
  return erased ? `${what}: erased` : `${what}: “${text}”`;
}
