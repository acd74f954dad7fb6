import type { EntryEvents } from '#areas/totals/index.js';
import { CONTRACT_STREAMS } from '#domain/contract/contract.js';
import { addressWith } from '../asking/asking.js';
import { breadcrumbsTo, type Frame, type FramedView } from '../page-frame/page-frame.js';
import type { Figure } from '../six-figures/six-figures.js';
import { type ToldEventView, toldEventView } from '../told-events/told-event.view.js';

export interface SeeEntryView extends FramedView {
  readonly commitment: string;
  /** Undefined beyond the contract, where nothing was promised. */
  readonly bidSentence: string | undefined;
  readonly bidReference: string;
  readonly events: readonly ToldEventView[];
  readonly contractHref: string | undefined;
}

interface Parts {
  readonly frame: Frame;
  readonly position: number;
  readonly commitment: string;
  readonly behind: EntryEvents;
  /** The total that was being traced, and the figure of it. */
  readonly total: string | undefined;
  readonly figure: Figure | undefined;
}

/** An entry: the promise behind it, and what became of it, event by event. */
export function seeEntryView({ frame, position, commitment, behind, total, figure }: Parts): SeeEntryView {
  const { code, head: _, ...framed } = frame;
  const made = behind.events.find((event) => event.position === position);
  const contract = made?.stream.startsWith(CONTRACT_STREAMS) ? made.stream.slice(CONTRACT_STREAMS.length) : undefined;
  const trace = total === undefined ? [] : [{ text: 'What makes a figure', href: addressWith(`/authorities/${code}/trace/${total}`, { figure }) }];
  return {
    ...framed,
    errors: [],
    title: `Entry ${position.toLocaleString('en-GB')}${made ? `: ${made.title.charAt(0).toLowerCase()}${made.title.slice(1)}` : ''}`,
    breadcrumbs: breadcrumbsTo(code, [...trace, { text: `Entry ${position.toLocaleString('en-GB')}` }]),
    commitment,
    bidSentence: behind.bidSentence ?? undefined,
    bidReference: behind.bidReference,
    events: behind.events.map((event) => toldEventView(event, event.position === position)),
    contractHref: contract === undefined ? undefined : `/authorities/${code}/contracts/${encodeURIComponent(contract)}`,
  };
}
