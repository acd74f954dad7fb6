import type { RecordedEvent } from '#domain/kernel/event.js';
import { defineProjection, jsonCodec, type SharedAround } from '#engine/projections/projection.js';
import { addTable, insertTable, upsertTable } from '#engine/projections/table.js';

/** `Counted` on a counter's stream. */
export interface Counted {
  readonly by: number;
  readonly note: string;
}

/** A counter's state: how much it has counted. */
interface Counter {
  count: number;
}

/** What the authority as a whole knows: the rate at which a count is worth something, and its counters. */
interface Market {
  readonly rate: number;
  readonly counters: readonly string[];
}

const journal = insertTable({
  key: ['position', 'counter'],
  columns: { position: 'bigint', counter: 'text', amount: 'bigint', note: 'text?' },
  ddl: `create table journal (
    authority text collate "C" not null,
    position bigint not null,
    counter text collate "C" not null,
    amount bigint not null check (amount < 1000000000),
    note text,
    primary key (authority, position, counter)
  )`,
  indexes: ['create index if not exists journal_counter on journal (authority, counter)'],
});

const totals = addTable({
  key: ['counter'],
  columns: { counter: 'text', amount: 'bigint', events: 'integer', last: 'date' },
  adds: ['amount', 'events'],
  ddl: `create table totals (
    authority text collate "C" not null,
    counter text collate "C" not null,
    amount bigint not null,
    events integer not null,
    last date not null,
    primary key (authority, counter)
  )`,
});

const present = upsertTable({
  key: ['counter'],
  columns: { counter: 'text', count: 'bigint', worth: 'bigint' },
  ddl: `create table present (
    authority text collate "C" not null,
    counter text collate "C" not null,
    count bigint not null,
    worth bigint not null,
    primary key (authority, counter)
  )`,
});

/** What makes the toy's fold throw; a test takes it away to mend the fold. */
export const toyFaults = { refuseNote: undefined as string | undefined };

/**
 * A projection with everything that the engine offers: counters with a state, a rate for the whole authority whose
 * change concerns every counter, and a table of each mode.
 */
export const toy = defineProjection({
  name: 'toy',
  version: 1,
  tables: { journal, totals, present },
  state: {
    of: (stream: string) => stream.startsWith('counter:'),
    initial: (): Counter => ({ count: 0 }),
    ...jsonCodec<Counter>(),
  },
  shared: {
    initial: { rate: 1, counters: [] } as Market,
    fold(market: Market, event: RecordedEvent): Market {
      if (event.type === 'RateSet') return { ...market, rate: (event.payload as { rate: number }).rate };
      if (event.stream.startsWith('counter:') && event.version === 1) {
        return { ...market, counters: [...market.counters, event.stream] };
      }
      return market;
    },
    ...jsonCodec<Market>(),
  },
  fold(state, event, { after }, rows) {
    const { stream: counter, position, businessDate: last } = event;
    if (event.type === 'Cleared') {
      rows.present.remove({ counter });
      // subtracted from 0, so that nothing counted is 0 and never -0, which a row does not keep
      const amount = 0 - state.count * after.rate;
      rows.journal.insert({ position, counter, amount, note: null });
      rows.totals.add({ counter, amount, events: 1, last });
      return { count: 0 };
    }
    const { by, note } = event.payload as Counted;
    if (note === toyFaults.refuseNote) throw new Error(`No counter takes “${note}”.`);
    state.count += by;
    rows.journal.insert({ position, counter, amount: by * after.rate, note });
    rows.totals.add({ counter, amount: by * after.rate, events: 1, last });
    rows.present.put({ counter, count: state.count, worth: state.count * after.rate });
    return state;
  },
  alsoConcerns: (event, { before }: SharedAround<Market>) => (event.type === 'RateSet' ? before.counters : []),
  concerned(state, counter, event, { before, after }, rows) {
    if (state.count === 0) return;
    const amount = state.count * after.rate - state.count * before.rate;
    rows.journal.insert({ position: event.position, counter, amount, note: null });
    rows.totals.add({ counter, amount, events: 0, last: event.businessDate });
    rows.present.put({ counter, count: state.count, worth: state.count * after.rate });
  },
});
