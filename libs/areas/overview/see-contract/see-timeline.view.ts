import type { ToldEvent } from '#areas/timeline/index.js';
import { addressWith } from '../asking/asking.js';
import { contractPath } from '../list-contracts/contracts-table.js';
import type { Frame, FramedView } from '../page-frame/page-frame.js';
import { type ToldEventView, toldEventView } from '../told-events/told-event.view.js';

export interface SeeTimelineView extends FramedView {
  readonly contractTitle: string;
  readonly shown: string;
  /** The newest first. */
  readonly events: readonly ToldEventView[];
  readonly newerHref: string | undefined;
  readonly olderHref: string | undefined;
}

interface Parts {
  readonly frame: Frame;
  readonly reference: string;
  readonly contractTitle: string;
  /** The last version of the contract's record. */
  readonly version: number;
  /** Shown are the versions after `begin` and before `end`. */
  readonly begin: number;
  readonly end: number;
  readonly events: readonly ToldEvent[];
}

/** Everything that happened to a contract, a page at a time. */
export function seeTimelineView({ frame, reference, contractTitle, version, begin, end, events }: Parts): SeeTimelineView {
  const { code, head: _, ...framed } = frame;
  const contract = contractPath(code, reference);
  const number = (count: number) => count.toLocaleString('en-GB');
  return {
    ...framed,
    errors: [],
    title: `Everything that happened to contract ${reference}`,
    contractTitle,
    breadcrumbs: [{ text: 'Contracts', href: `/authorities/${code}/contracts` }, { text: reference, href: contract }, { text: 'Timeline' }],
    shown: `${number(begin + 1)} to ${number(end - 1)} of ${number(version)} entries of this contract, the newest first.`,
    events: [...events].reverse().map((event) => toldEventView(event)),
    newerHref: end > version ? undefined : addressWith(`${contract}/timeline`, { before: end + events.length > version ? undefined : String(end + events.length) }),
    olderHref: begin === 0 ? undefined : addressWith(`${contract}/timeline`, { before: String(begin + 1) }),
  };
}
