import type { Delivered } from './follower.js';

/** What went wrong on the way to one reader: the notes, in no word more than a few of each. */
export interface DeliveryFaults {
  readonly lost: readonly string[];
  readonly twice: readonly string[];
  readonly outOfOrder: readonly string[];
  readonly gaps: readonly string[];
  readonly momentsBackwards: readonly string[];
}

export const NO_FAULTS: DeliveryFaults = { lost: [], twice: [], outOfOrder: [], gaps: [], momentsBackwards: [] };

/** Compares what was acknowledged to those who sent it with what a reader was given: each once, in order, no gap. */
export function deliveryFaults(acknowledged: Iterable<string>, delivered: readonly Delivered[]): DeliveryFaults {
  const faults = { lost: [] as string[], twice: [] as string[], outOfOrder: [] as string[], gaps: [] as string[], momentsBackwards: [] as string[] };
  const seen = new Set<string>();
  let [position, recordedAt] = [0, ''];
  for (const event of delivered) {
    if (seen.has(event.note)) faults.twice.push(event.note);
    seen.add(event.note);
    if (event.position <= position) faults.outOfOrder.push(event.note);
    if (event.position > position + 1) faults.gaps.push(event.note);
    if (event.recordedAt < recordedAt) faults.momentsBackwards.push(event.note);
    ({ position, recordedAt } = event);
  }
  for (const note of acknowledged) if (!seen.has(note)) faults.lost.push(note);
  return faults;
}
