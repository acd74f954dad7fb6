import type { ContractTimeline } from '#areas/timeline/index.js';
import { isDate } from '#domain/kernel/date.js';
import { isoDay, isoInstant } from '#surface/pages/filters/days.js';
import type { FieldError } from '#surface/pages/forms/field-error.js';
import { addressWith } from '../asking/asking.js';
import { contractPath } from '../list-contracts/contracts-table.js';
import type { Frame, FramedView } from '../page-frame/page-frame.js';
import { type ToldEventView, toldEventView } from '../told-events/told-event.view.js';
import { type TimelineAsking, type TimelineForm, timelineForm, type TypedTimeline } from './see-timeline.asking.js';

export interface SeeTimelineView extends FramedView {
  readonly contractTitle: string;
  readonly form: TimelineForm;
  /** As known when, and which entries of how many; nothing while the form cannot be understood. */
  readonly shown: readonly string[];
  /** The newest first. */
  readonly events: readonly ToldEventView[];
  /** Undefined where there is nothing to keep. */
  readonly csvHref: string | undefined;
  readonly newerHref: string | undefined;
  readonly olderHref: string | undefined;
}

interface Parts {
  readonly frame: Frame;
  readonly reference: string;
  readonly typed: TypedTimeline;
  readonly errors: readonly FieldError[];
  readonly asking: TimelineAsking;
  /** Undefined while the form cannot be understood. */
  readonly timeline: ContractTimeline | undefined;
  /** How many entries a page shows. */
  readonly limit: number;
}

/** Everything that happened to a contract, a page at a time. */
export function seeTimelineView({ frame, reference, typed, errors, asking, timeline, limit }: Parts): SeeTimelineView {
  const { code, head: _, ...framed } = frame;
  const contract = contractPath(code, reference);
  const path = `${contract}/timeline`;
  const { knownAt, kind, about } = typed;
  const pageBefore = (before: number | undefined) => addressWith(path, { knownAt, kind, about, before: before === undefined ? undefined : String(before) });
  const found = timeline?.found ?? 0;
  const begin = timeline?.begin ?? 0;
  const end = begin + (timeline?.items.length ?? 0);
  return {
    ...framed,
    errors,
    title: `Everything that happened to contract ${reference}`,
    contractTitle: timeline?.title ?? `Contract ${reference}`,
    breadcrumbs: [{ text: 'Contracts', href: `/authorities/${code}/contracts` }, { text: reference, href: contract }, { text: 'Timeline' }],
    form: timelineForm(path, typed, errors),
    shown: timeline ? [knownInWords(timeline, asking), countInWords(begin, end, found, asking)] : [],
    events: [...(timeline?.items ?? [])].reverse().map((event) => toldEventView(event)),
    // at its own moment, whatever is recorded meanwhile
    csvHref: timeline && found > 0 ? addressWith(`${path}.csv`, { knownAt: String(timeline.position), kind, about }) : undefined,
    newerHref: end < found ? pageBefore(end + limit >= found ? undefined : end + limit + 1) : undefined,
    olderHref: begin > 0 ? pageBefore(begin + 1) : undefined,
  };
}

function knownInWords({ position, recordedAt }: ContractTimeline, { knownAt }: TimelineAsking): string {
  const entry = `entry ${position.toLocaleString('en-GB')} of the whole record${recordedAt === null ? '' : `, recorded on ${isoInstant(recordedAt)}`}`;
  return knownAt !== undefined && isDate(knownAt) ? `As known at the end of ${isoDay(knownAt)}, which is ${entry}.` : `As known at ${entry}.`;
}

function countInWords(begin: number, end: number, found: number, { kind, about }: TimelineAsking): string {
  const number = (count: number) => count.toLocaleString('en-GB');
  const chosen = kind !== undefined || about !== undefined;
  if (found === 0) return chosen ? 'No entry of this contract is about that.' : 'Nothing was recorded of this contract by then.';
  return `${number(begin + 1)} to ${number(end)} of ${number(found)} entries of this contract${chosen ? ' that are about what you chose' : ''}, the newest first.`;
}
