import { check, type Measured } from '../harness/row.js';
import type { Callers, Done, Shown } from './work.js';

/** Something that events are appended to. */
export interface Store {
  readonly name: string;
  readonly role: Measured['role'];
  readonly connections: number;
  /** Empties it, and makes ready for a case. */
  begin(work: Callers): Promise<void>;
  run(done: Done): Promise<number>;
  shown(): Promise<Shown>;
  /** What else there is to check: hashes, or whether a reader is handed everything. */
  readers?(done: Done): Promise<{ readonly found?: string; readonly checked?: string }>;
}

/** Everything that was acknowledged is there, once, and nothing else. */
export async function checkStore({ name, shown }: Store, done: Done): Promise<string> {
  const { events, streams, broken, quantity } = await shown();
  check(`events in ${name}`, Number(events), done.events);
  check(`streams in ${name}`, Number(streams), done.work.callers);
  check(`streams of ${name} whose versions have gaps`, Number(broken), 0);
  check(`sum of quantities in ${name}`, Math.round(Number(quantity) * 10), done.quantity);
  return `${name}: ${done.events.toLocaleString('en-GB')} events, versions contiguous in ${done.work.callers} streams, quantities add to ${done.quantity / 10}`;
}
