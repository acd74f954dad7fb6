import { type ContractTimeline, recordedBy, textInLine, textsBehind } from '#areas/timeline/index.js';
import { csvOf } from '#surface/pages/tables/csv.js';

/** A contract’s timeline as a file, the newest first, each entry with both its dates and the texts behind it. */
export function timelineFile({ items, position }: ContractTimeline): Buffer {
  return csvOf(
    ['Entry', 'Dated', 'Recorded at', 'Recorded by', 'What happened', 'In the words of those who wrote it', 'Known at entry'],
    [...items].reverse().map((event) => [
      event.position,
      event.businessDate,
      event.recordedAt,
      recordedBy(event),
      event.sentence,
      textsBehind(event).map(textInLine).join('\n'),
      position,
    ]),
  );
}
