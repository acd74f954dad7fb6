import type { ToldEvent } from '#areas/timeline/index.js';
import { isoDay, isoInstant } from '#surface/pages/filters/days.js';
import type { Line } from './fact-groups.js';
import { factsInWords } from './facts-in-words.js';

/** An event as a card: what happened, when, by whom; its lines; `told-events.njk` shows it. */
export interface ToldEventView {
  readonly id: string;
  readonly title: string;
  /** “Entry 12, recorded on 20 May 2026 at 2:05pm by Sam Osei”. */
  readonly when: string;
  readonly lines: readonly Line[];
  /** The one that is looked at, among those that it rests on. */
  readonly marked: boolean;
}

export function toldEventView(event: ToldEvent, marked = false): ToldEventView {
  const { position, title, recordedAt, actor, businessDate, facts } = event;
  return {
    id: `entry-${position}`,
    title,
    when: `Entry ${position.toLocaleString('en-GB')}, recorded on ${isoInstant(recordedAt)} by ${actor}. Dated ${isoDay(businessDate)}.`,
    lines: factsInWords(facts),
    marked,
  };
}
