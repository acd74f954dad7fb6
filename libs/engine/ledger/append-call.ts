import type { Database } from '#engine/database/database.js';
import { byteaArray, integerArray, textArray } from './binary-array.js';
import type { EncodedGroup } from './encoded-group.js';
import type { AppendOutcome } from './ledger.js';

/** A group in a call, with the moment at which it is recorded: null for the database's own clock. */
export interface TimedGroup {
  readonly group: EncodedGroup;
  readonly at: string | null;
}

/** What a call answers for a group: `busy` where another transaction holds the head, and the call was not to wait. */
export type CallOutcome = AppendOutcome | { readonly outcome: 'busy' };

/** A row of ledger.append; see its header. */
export interface AppendRow {
  readonly outcome: CallOutcome['outcome'];
  readonly first_position: number;
  readonly last_position: number;
  readonly moment: string;
  readonly place: number;
  readonly actual: number;
  readonly holder: string;
  readonly answer: string;
  readonly versions: string;
}

const PARAMETERS = 29;

/** One call of ledger.append: the statement, prepared once on each connection. */
export const appendStatement = {
  name: 'ledger.append',
  text: `select * from ledger.append(${Array.from({ length: PARAMETERS }, (_, i) => `$${i + 1}`).join(', ')})`,
};

/**
 * Appends groups in one round trip.
 * @param query runs a statement, by itself or in a transaction at read committed
 * @param wait whether to wait for the head; all groups are then of one authority
 * @param answerWithin milliseconds after which the call fails, and the pool drops its connection
 */
export async function callAppend(
  query: Database['query'],
  groups: readonly TimedGroup[],
  wait: boolean,
  answerWithin?: number,
): Promise<readonly CallOutcome[]> {
  const statement = { ...appendStatement, query_timeout: answerWithin };
  const rows = await query<AppendRow>(statement, appendValues(groups, wait));
  if (rows.length !== groups.length) throw new Error(`ledger.append answered ${rows.length} of ${groups.length} groups.`);
  const firsts = { write: 0, reference: 0 };
  return groups.map(({ group }, i) => {
    const outcome = outcomeOf(rows[i]!, group, firsts);
    firsts.write += group.writes.length;
    firsts.reference += group.references.length;
    return outcome;
  });
}

/** The parameters of ledger.append: parallel arrays, whose places count from 1. */
export function appendValues(groups: readonly TimedGroup[], wait: boolean): readonly unknown[] {
  const authorities = [...new Set(groups.map(({ group }) => group.authority))].sort();
  const placeOf = new Map(authorities.map((authority, i) => [authority, i + 1]));
  const write = { group: [] as number[], stream: [] as string[], expected: [] as number[] };
  const event = {
    group: [] as number[],
    write: [] as number[],
    ordinal: [] as number[],
    version: [] as number[],
    id: [] as string[],
    type: [] as string[],
    schema: [] as number[],
    date: [] as string[],
    payload: [] as string[],
  };
  const reference = { group: [] as number[], kind: [] as string[], reference: [] as string[], stream: [] as string[] };
  const text = { group: [] as number[], digest: [] as Buffer[], salt: [] as Buffer[], text: [] as string[] };

  groups.forEach(({ group }, i) => {
    const place = i + 1;
    let next = 0;
    for (const { stream, expectedVersion, count } of group.writes) {
      write.group.push(place);
      write.stream.push(stream);
      write.expected.push(expectedVersion);
      for (const end = next + count; next < end; next++) {
        const one = group.events[next]!;
        event.group.push(place);
        event.write.push(write.group.length);
        event.ordinal.push(next);
        event.version.push(one.version);
        event.id.push(one.eventId);
        event.type.push(one.type);
        event.schema.push(one.schemaVersion);
        event.date.push(one.businessDate);
        event.payload.push(one.payload);
      }
    }
    for (const one of group.references) {
      reference.group.push(place);
      reference.kind.push(one.kind);
      reference.reference.push(one.reference);
      reference.stream.push(one.stream);
    }
    for (const one of group.texts) {
      text.group.push(place);
      text.digest.push(one.digest);
      text.salt.push(one.salt);
      text.text.push(one.text);
    }
  });

  return [
    wait,
    textArray(authorities),
    integerArray(groups.map(({ group }) => placeOf.get(group.authority)!)),
    textArray(groups.map(({ group }) => group.commandId)),
    byteaArray(groups.map(({ group }) => group.requestHash)),
    textArray(groups.map(({ group }) => group.actor)),
    textArray(groups.map(({ at }) => at)),
    byteaArray(groups.map(({ group }) => Buffer.concat(group.events.map(({ hash }) => hash)))),
    textArray(groups.map(({ group }) => group.answer)),
    integerArray(write.group),
    textArray(write.stream),
    integerArray(write.expected),
    integerArray(event.group),
    integerArray(event.write),
    integerArray(event.ordinal),
    integerArray(event.version),
    textArray(event.id),
    textArray(event.type),
    integerArray(event.schema),
    textArray(event.date),
    textArray(event.payload),
    integerArray(reference.group),
    textArray(reference.kind),
    textArray(reference.reference),
    textArray(reference.stream),
    integerArray(text.group),
    byteaArray(text.digest),
    byteaArray(text.salt),
    textArray(text.text),
  ];
}

function outcomeOf(row: AppendRow, group: EncodedGroup, before: { write: number; reference: number }): CallOutcome {
  switch (row.outcome) {
    case 'appended':
      return {
        outcome: 'appended',
        first: row.first_position,
        position: row.last_position,
        recordedAt: row.moment,
        versions: Object.fromEntries(group.writes.map((write) => [write.stream, write.expectedVersion + write.count])),
        answer: JSON.parse(group.answer) as object,
      };
    case 'repeated':
      return {
        outcome: 'repeated',
        first: row.first_position,
        position: row.last_position,
        recordedAt: row.moment,
        versions: JSON.parse(row.versions) as Record<string, number>,
        answer: JSON.parse(row.answer) as object,
      };
    case 'version conflict': {
      const { stream, expectedVersion } = group.writes[row.place - before.write - 1]!;
      return { outcome: 'version conflict', stream, expected: expectedVersion, actual: row.actual };
    }
    case 'reference taken': {
      const { kind, reference } = group.references[row.place - before.reference - 1]!;
      return { outcome: 'reference taken', kind, reference, stream: row.holder };
    }
    default:
      return { outcome: row.outcome };
  }
}
