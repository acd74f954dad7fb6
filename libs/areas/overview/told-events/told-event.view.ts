import { recordedBy, type TextBehind, textsBehind, type ToldEvent } from '#areas/timeline/index.js';
import { isoDay, isoInstant } from '#surface/pages/filters/days.js';
import type { Line } from './fact-groups.js';
import { factsInWords } from './facts-in-words.js';

/** An event as a card: what happened, when, by whom; its lines; `told-events.njk` shows it. */
export interface ToldEventView {
  readonly id: string;
  readonly title: string;
  readonly sentence: string;
  /** “Dated 19 May 2026. Recorded on 20 May 2026 at 2:05pm by Sam Osei, as entry 12.” */
  readonly when: string;
  readonly texts: readonly TextBehind[];
  readonly lines: readonly Line[];
  /** The one that is looked at, among those that it rests on. */
  readonly marked: boolean;
}

export function toldEventView(event: ToldEvent, marked = false): ToldEventView {
  const { position, title, sentence, recordedAt, businessDate, facts } = event;
  return {
    id: `entry-${position}`,
    title,
    sentence,
    when: `Dated ${isoDay(businessDate)}. Recorded on ${isoInstant(recordedAt)} by ${recordedBy(event)}, as entry ${position.toLocaleString('en-GB')}.`,
    texts: textsBehind(event),
    lines: factsInWords(facts),
    marked,
  };
}
