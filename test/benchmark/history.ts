import { providerRegistered, providerStream, providerVaried } from '#domain/authority/provider.js';
import { CALENDAR_STREAM, yearClosed } from '#domain/authority/calendar.js';
import { POLICY_STREAM, selfReviewPolicySet } from '#domain/authority/policy.js';
import { fact } from '#domain/contract/contract.js';
import type { NewEvent } from '#domain/kernel/event.js';
import { measureDefined, OWN_MEASURES_STREAM } from '#domain/measures/measure-set.js';
import type { Reference } from '#engine/ledger/ledger.js';
import { dayOf, QUARTERS, yearOf } from './history/calendar.js';
import { chanceOf } from './history/chance.js';
import { type InventedContract, inventedContract, providerReference } from './history/contracts.js';
import { measures, places, providerTypes } from './history/invented-authority.js';
import { file, followUp, review, setUp } from './history/visits.js';

/** Counted up whenever the same seed and size would give other events: data made by another version is made anew. */
export const HISTORY_VERSION = 1;

export interface HistoryWanted {
  readonly seed: number;
  /** How many events, exactly. */
  readonly events: number;
}

/** An event for the end of a stream, with the reference that it claims, if it names something new. */
export interface HistoryEvent {
  readonly stream: string;
  readonly event: NewEvent;
  readonly reference?: Reference;
  /** The day on which it comes into the ledger; never runs backwards. */
  readonly recordedOn: string;
}

const EVENTS_OF_A_CONTRACT = 1_000;

/**
 * The history of one large invented authority, in the order of its ledger: a contract for each 1,000 events, each with
 * ten to thirteen commitments, over four financial years. For each quarter a contract is filed, reviewed and followed up on days of
 * its own, so that the visits of all contracts interleave. Some reports are queried, corrected, rejected or withdrawn,
 * years are closed, a few providers change their type.
 *
 * The same for the same seed. Made lazily: it keeps nothing but one quarter's list of visits.
 */
export function* history({ seed, events }: HistoryWanted): Generator<HistoryEvent, void, undefined> {
  let left = events;
  for (const said of endless(seed, events)) {
    if (left === 0) return;
    left -= 1;
    yield said;
  }
  if (left > 0) throw new Error(`The history of seed ${seed} ends ${left} events too early.`);
}

export function contractsIn(events: number): number {
  return Math.ceil(events / EVENTS_OF_A_CONTRACT);
}

function* endless(seed: number, events: number): Generator<HistoryEvent> {
  const contracts = contractsIn(events);
  const providers = Math.max(4, Math.ceil(contracts / 8));
  const contract = (number: number) => inventedContract(seed, number, providers);
  yield* foundations(seed, providers);
  for (let quarter = 0; quarter < QUARTERS; quarter++) {
    for (const { day, number, kind } of visitsIn(seed, contracts, quarter, providers)) {
      const today = dayOf(quarter, day);
      yield* said(contract(number), visit(seed, contract(number), kind, quarter - 1, today), today);
    }
    yield* atTheEnd(seed, events, providers, quarter);
  }
}

interface Visit {
  readonly day: number;
  readonly number: number;
  readonly kind: 'set up' | 'file' | 'review' | 'follow up';
}

/** Who does something in a quarter, by day: what is filed is of the quarter before. */
function visitsIn(seed: number, contracts: number, quarter: number, providers: number): readonly Visit[] {
  const visits: Visit[] = [];
  for (let number = 0; number < contracts; number++) {
    const { begins } = inventedContract(seed, number, providers);
    const chance = chanceOf(seed, 6, number, quarter);
    if (begins === quarter) visits.push({ day: chance.between(0, 15), number, kind: 'set up' });
    if (begins >= quarter) continue;
    const filed = chance.between(3, 28);
    const reviewed = filed + chance.between(3, 25);
    visits.push({ day: filed, number, kind: 'file' }, { day: reviewed, number, kind: 'review' });
    visits.push({ day: reviewed + chance.between(4, 25), number, kind: 'follow up' });
  }
  return visits.sort((a, b) => a.day - b.day);
}

function visit(seed: number, contract: InventedContract, kind: Visit['kind'], quarter: number, today: string): Generator<NewEvent> {
  if (kind === 'set up') return setUp(contract, today);
  return { file, review, 'follow up': followUp }[kind](seed, contract, quarter, today);
}

function* said({ stream }: InventedContract, events: Iterable<NewEvent>, recordedOn: string): Generator<HistoryEvent> {
  for (const event of events) {
    const reference = claimed(event);
    yield { stream, event, recordedOn, ...(reference ? { reference: { ...reference, stream } } : {}) };
  }
}

/** The reference that an event of a contract takes. */
function claimed({ type, payload }: NewEvent): { readonly kind: string; readonly reference: string } | undefined {
  const names = payload as { terms: { reference: string }; commitment: string; report: string };
  if (type === 'ContractRegistered') return { kind: 'contract', reference: names.terms.reference };
  if (type === 'CommitmentMade') return { kind: 'commitment', reference: names.commitment };
  if (type === 'DeliveryReported' || type === 'DeliveryCorrected') return { kind: 'delivery report', reference: names.report };
  return undefined;
}

function* foundations(seed: number, providers: number): Generator<HistoryEvent> {
  const recordedOn = dayOf(0, 0);
  yield { stream: POLICY_STREAM, recordedOn, event: fact(selfReviewPolicySet, recordedOn, { allowed: false, reason: 'As the committee decided.' }) };
  for (const { terms } of measures) {
    const reference = { kind: 'measure', reference: terms.measure, stream: OWN_MEASURES_STREAM };
    yield { stream: OWN_MEASURES_STREAM, recordedOn, event: fact(measureDefined, recordedOn, { terms }), reference };
  }
  for (let number = 0; number < providers; number++) {
    const stream = providerStream(providerReference(number));
    const event = fact(providerRegistered, recordedOn, { terms: providerTerms(seed, number) });
    yield { stream, recordedOn, event, reference: { kind: 'provider', reference: providerReference(number), stream } };
  }
}

function providerTerms(seed: number, number: number) {
  const chance = chanceOf(seed, 7, number);
  const reference = providerReference(number);
  return {
    reference,
    name: `${chance.pick(['Brightwell', 'Kettle and Hearth', 'Dunnock', 'Sallow Grounds', 'Ashwold'])} ${number + 1}`,
    type: chance.pick(providerTypes),
    local: chance.pick([true, false, null]),
    place: chance.pick(places),
    companiesHouse: String(4_000_000 + number),
    charityNumber: '',
  };
}

/** At the end of a quarter: a year is closed in each summer, and a few providers become of another type. */
function* atTheEnd(seed: number, events: number, providers: number, quarter: number): Generator<HistoryEvent> {
  const recordedOn = dayOf(quarter, 89);
  if (quarter >= 5 && quarter % 4 === 1) yield { stream: CALENDAR_STREAM, recordedOn, event: fact(yearClosed, recordedOn, { year: yearOf(quarter - 4) }) };
  const changes = Math.max(1, Math.round(events / 250_000));
  for (let change = 0; change < changes; change++) {
    if (2 + (change % 14) !== quarter) continue;
    const number = chanceOf(seed, 8, change).between(0, providers - 1);
    const stands = providerTerms(seed, number);
    const terms = { ...stands, type: providerTypes[(providerTypes.indexOf(stands.type) + 1) % providerTypes.length]! };
    const event = fact(providerVaried, recordedOn, { terms, reason: 'It grew.' });
    yield { stream: providerStream(stands.reference), recordedOn, event };
  }
}
