import { rowsOf, type SentWorkbook } from './commands-at-random.js';
import { type Entry, type Record, traceOf } from './record.js';
import { type Answer, isAcknowledged, type Logged } from './sent-log.js';

/**
 * What is wrong with a record, by what the senders wrote down: something acknowledged is not there, or not where it was
 * said to be; something is there twice, in part, or without having been sent; positions have gaps.
 */
export function faultsOf(record: Record, log: readonly Logged[]): readonly string[] {
  const entries = new Map<string, Entry[]>(record.authorities.map((authority) => [authority, []]));
  for (const entry of record.entries) entries.get(entry.authority)?.push(entry);
  const commands = new Map(record.commands.map((command) => [`${command.authority} ${command.command_id}`, command]));
  const sent = new Map(log.map((one) => [`${one.authority} ${one.key}`, one]));
  return [
    ...[...entries].flatMap(([authority, book]) => gaps(authority, book, record.commands.filter((command) => command.authority === authority))),
    ...twice(record.entries),
    ...[...commands.keys()].filter((key) => !sent.has(key)).map((key) => `${key} is recorded and was never sent`),
    ...[...sent].flatMap(([key, one]) => faultsOfOne(key, one, commands.get(key), entries.get(one.authority) ?? [])),
    ...log.flatMap((one) => (one.kind === 'import' ? faultsOfRows(one, record, commands.has(`${one.authority} ${one.key}`)) : [])),
  ];
}

/** Positions count up from 1, and each belongs to one command. */
function gaps(authority: string, book: readonly Entry[], commands: Record['commands']): string[] {
  const faults = book.flatMap(({ position }, index) => (position === index + 1 ? [] : [`${authority} has entry ${position} where ${index + 1} should be`]));
  let next = 1;
  for (const { first, last, command_id } of commands) {
    if (first !== next) faults.push(`${authority}: ${command_id} begins at ${first}, where ${next} should be`);
    next = last + 1;
  }
  return next === book.length + 1 ? faults : [...faults, `${authority} has ${book.length} entries, and commands up to ${next - 1}`];
}

function twice(entries: readonly Entry[]): string[] {
  const seen = new Set<string>();
  return entries.flatMap((entry) => {
    const trace = traceOf(entry);
    if (trace === undefined) return [];
    const here = `${entry.authority}: ${trace}`;
    if (seen.has(here)) return [`${here} is there twice`];
    seen.add(here);
    return [];
  });
}

function faultsOfOne(key: string, one: Logged, command: Record['commands'][number] | undefined, book: readonly Entry[]): string[] {
  const acknowledged = one.answers.filter(({ status }) => status === 201);
  if (!command) {
    const there = book.flatMap((entry) => traceOf(entry) ?? []).filter((trace) => one.leaves.includes(trace));
    return [
      ...(isAcknowledged(one) ? [`${key} was acknowledged and is not recorded`] : []),
      ...there.map((trace) => `${key} is not recorded, and ${trace} is there`),
    ];
  }
  if (!isAcknowledged(one) && one.answers.some(saysNothingIsRecorded)) return [`${key} was told that nothing is recorded, and it is`];
  const written = book.slice(command.first - 1, command.last).flatMap((entry) => traceOf(entry) ?? []);
  const faults = acknowledged.flatMap(({ body }) => {
    const { position } = body as { position: number };
    return position === command.last ? [] : [`${key} was answered entry ${position}, and stands at ${command.last}`];
  });
  return written.toSorted().join() === one.leaves.toSorted().join() ? faults : [...faults, `${key} wrote ${written.length} of ${one.leaves.length} facts`];
}

const saysNothingIsRecorded = ({ status, body }: Answer): boolean => status === 503 && /Nothing has been recorded/.test((body as { detail: string }).detail);

/** The rows of a workbook are remembered with its entries, or not at all. */
function faultsOfRows({ key, authority, body }: Logged, { rows }: Record, recorded: boolean): string[] {
  const remembered = rows.filter((row) => row.authority === authority && (row.content.includes(`"${key}"`) || row.content.includes(`"${key}-`))).length;
  const expected = recorded ? rowsOf(body as SentWorkbook) : 0;
  return remembered === expected ? [] : [`${key} has ${remembered} rows remembered, not ${expected}`];
}
