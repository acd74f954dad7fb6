import type { ObligationKind, ObligationState } from '#areas/obligations/index.js';
import type { FiguresCell, TagColour } from '#surface/pages/tables/figures-table.js';

interface StateInWords {
  readonly text: string;
  readonly tag: TagColour;
}

/** How each state reads, in the order in which states are listed. */
export const STATES: Readonly<Record<ObligationState, StateInWords>> = {
  overdue: { text: 'Overdue', tag: 'orange' },
  missed: { text: 'Missed', tag: 'red' },
  due: { text: 'Due', tag: 'yellow' },
  'day passed': { text: 'Its day has passed', tag: 'grey' },
  open: { text: 'Period is running', tag: 'blue' },
  suspended: { text: 'Contract is suspended', tag: 'purple' },
  'to come': { text: 'To come', tag: 'grey' },
  returned: { text: 'Returned', tag: 'green' },
  'returned late': { text: 'Returned late', tag: 'turquoise' },
  'set aside': { text: 'Missed, set aside', tag: 'grey' },
  done: { text: 'Done', tag: 'green' },
  'done late': { text: 'Done late', tag: 'turquoise' },
  'before the record': { text: 'From before the record', tag: 'grey' },
};

/** What somebody still waits for. */
export const OUTSTANDING: readonly ObligationState[] = ['overdue', 'missed', 'due', 'day passed', 'open', 'suspended'];

export const KIND_NAMES: Readonly<Record<ObligationKind, string>> = {
  return: 'Returns',
  'answer a query': 'Answers to questions',
  'improvement step': 'Steps of improvement plans',
  'put a breach right': 'Breaches to be put right',
  'review a report': 'Reviews of delivery reports',
  'answer a request for more time': 'Answers to requests for more time',
  'decide on a condition': 'Decisions on conditions that were met',
};

const EXTENSION = { asked: 'More time was asked for', granted: 'More time was given', refused: 'More time was asked for and refused' };

/** A state as a cell of a table: its words in a tag, and what became of a request for more time. */
export function stateCell(state: ObligationState, extension: keyof typeof EXTENSION | null, more: readonly FiguresCell[] = []): FiguresCell {
  return { ...STATES[state], more: [...more, ...(extension === null ? [] : [{ text: EXTENSION[extension] }])] };
}

export function isState(text: string): text is ObligationState {
  return Object.hasOwn(STATES, text);
}
