import { returnKey } from '#domain/contract/return-key.js';
import type { IsoDate } from '#domain/kernel/date.js';
import type { RecordedEvent } from '#domain/kernel/event.js';
import type { Period } from '#domain/kernel/period.js';

/** The times that a member asked for more time for a return. */
export interface Requests extends Period {
  readonly provider: string;
  readonly asked: readonly { readonly on: IsoDate; readonly answeredOn: IsoDate | null }[];
}

/** By `provider/from/to`. */
export type RequestsByReturn = ReadonlyMap<string, Requests>;

interface Told extends Period {
  readonly provider: string;
  readonly askedOn?: IsoDate;
  readonly extendedOn?: IsoDate;
  readonly refusedOn?: IsoDate;
}

/** Adds to the requests what an event tells of one. */
export function followRequests(requests: Map<string, Requests>, event: RecordedEvent): void {
  const { provider, from, to, askedOn, extendedOn, refusedOn } = event.payload as Told;
  const answeredOn = event.type === 'DueDateExtended' ? extendedOn : event.type === 'ExtensionRefused' ? refusedOn : undefined;
  const asks = event.type === 'ExtensionAsked' ? askedOn : undefined;
  if (answeredOn === undefined && asks === undefined) return;
  const key = returnKey({ provider, from, to });
  const asked = requests.get(key)?.asked ?? [];
  const last = asked.at(-1);
  if (asks !== undefined) requests.set(key, { provider, from, to, asked: [...asked, { on: asks, answeredOn: null }] });
  else if (last?.answeredOn === null) requests.set(key, { provider, from, to, asked: asked.with(-1, { ...last, answeredOn: answeredOn! }) });
}
