import type pg from 'pg';
import type { LogLine, LoggedAnswer, LoggedCommand } from './command-log.js';

/** An entry as plain SQL finds it. */
interface Row {
  readonly position: number;
  readonly stream: string;
  readonly version: number;
  readonly at: string;
  readonly note: string;
}

interface CommandRow {
  readonly id: string;
  readonly request_hash: string;
  readonly first: number;
  readonly last: number;
}

/** What the senders know: every command that was sent, and all that each was answered. */
export class Bookkeeping {
  readonly commands = new Map<string, LoggedCommand>();
  readonly answers = new Map<string, LoggedAnswer[]>();
  /** Why sendings failed that were then sent again, each reason once. */
  readonly failures: readonly string[];

  constructor(lines: readonly LogLine[]) {
    this.failures = [...new Set(lines.flatMap((line) => ('failed' in line ? [line.why] : [])))];
    for (const line of lines) {
      if ('sent' in line) this.commands.set(line.sent.id, line.sent);
      if ('answered' in line) this.answers.set(line.answered, [...(this.answers.get(line.answered) ?? []), line.answer]);
    }
  }

  /** The notes of an authority's events that were acknowledged, in no order. */
  *acknowledged(authority: string): Generator<string> {
    for (const [id, [answer]] of this.answers) {
      const command = this.commands.get(id)!;
      if (command.authority === authority && answer!.position !== undefined) yield* notesOf(command);
    }
  }

  /** Everything in which an authority's ledger, read by plain SQL, is not what its senders were told. */
  async faults(sql: pg.Client, authority: string): Promise<string[]> {
    const { rows } = await sql.query<Row>(
      `select position::int, stream, version, payload::json ->> 'note' as note,
              to_char(recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at
         from ledger.event where authority = $1 order by position`,
      [authority],
    );
    const commands = await sql.query<CommandRow>(
      `select command_id as id, encode(request_hash, 'hex') as request_hash, first_position::int as first, last_position::int as last
         from ledger.command where authority = $1`,
      [authority],
    );
    const references = await sql.query<{ reference: string; stream: string }>('select reference, stream from ledger.reference where authority = $1', [authority]);
    return [
      ...inItself(rows),
      ...this.againstAnswers(authority, rows),
      ...this.againstCommands(authority, commands.rows),
      ...this.againstReferences(authority, references.rows),
    ];
  }

  private *againstAnswers(authority: string, rows: readonly Row[]): Generator<string> {
    const left = new Set(rows.map(({ note }) => note));
    for (const command of this.commands.values()) {
      if (command.authority !== authority) continue;
      const answers = this.answers.get(command.id) ?? [];
      const [told] = answers;
      if (!told) yield `${command.id} was never answered`;
      if (new Set(answers.map((answer) => JSON.stringify(sameWhenRepeated(answer)))).size > 1) {
        yield `${command.id} was answered differently: ${JSON.stringify(answers)}`;
      }
      if (answers.filter(({ outcome }) => outcome === 'appended').length > 1) yield `${command.id} was appended more than once`;
      if (told?.position === undefined) continue;
      const notes = notesOf(command);
      const there = rows.slice(told.first! - 1, told.position);
      if (JSON.stringify(there.map(({ note }) => note)) !== JSON.stringify(notes)) yield `${command.id} is not at ${told.first} to ${told.position}`;
      if (there.some(({ at }) => at !== told.recordedAt)) yield `${command.id} was not recorded at ${told.recordedAt}`;
      for (const { stream } of command.writes) {
        const reached = there.filter((row) => row.stream === stream).at(-1)?.version;
        if (reached !== told.versions![stream]) yield `${command.id} left ${stream} at ${reached}, and was told ${told.versions![stream]}`;
      }
      for (const note of notes) left.delete(note);
    }
    for (const note of left) yield `${note} is in the ledger, and nobody was told`;
  }

  private *againstCommands(authority: string, rows: readonly CommandRow[]): Generator<string> {
    const byId = new Map(rows.map((row) => [row.id, row]));
    for (const [id, [told]] of this.answers) {
      const command = this.commands.get(id)!;
      if (command.authority !== authority) continue;
      const row = byId.get(id);
      byId.delete(id);
      const kept = row && { first: row.first, position: row.last, requestHash: row.request_hash };
      const due = told!.position === undefined ? undefined : { first: told!.first, position: told!.position, requestHash: command.requestHash };
      if (JSON.stringify(kept) !== JSON.stringify(due)) yield `the row of ${id} says ${JSON.stringify(kept)} instead of ${JSON.stringify(due)}`;
    }
    for (const id of byId.keys()) yield `the command ${id} has a row, and nobody was told`;
  }

  private *againstReferences(authority: string, rows: readonly { reference: string; stream: string }[]): Generator<string> {
    const holders = new Map(rows.map(({ reference, stream }) => [reference, stream]));
    const claimed = new Set<string>();
    for (const { id, reference, writes, authority: of } of this.commands.values()) {
      if (of !== authority || reference === undefined) continue;
      const [told] = this.answers.get(id) ?? [];
      const holds = told?.position !== undefined;
      if (holds && claimed.has(reference)) yield `${reference} was given to ${id}, and to somebody else`;
      if (holds) claimed.add(reference);
      if (holds && holders.get(reference) !== writes[0]!.stream) yield `${reference} was given to ${id}, and belongs to ${holders.get(reference)}`;
      if (told && !holds && !holders.has(reference)) yield `${reference} was refused to ${id}, and nobody has it`;
    }
    for (const reference of holders.keys()) if (!claimed.has(reference)) yield `${reference} is taken, and nobody was told`;
  }
}

function* inItself(rows: readonly Row[]): Generator<string> {
  const versions = new Map<string, number>();
  const notes = new Set<string>();
  let before = '';
  for (const [i, { position, stream, version, at, note }] of rows.entries()) {
    if (position !== i + 1) yield `entry ${position} stands where ${i + 1} is due`;
    if (at < before) yield `entry ${position} was recorded at ${at}, after one recorded at ${before}`;
    before = at;
    const due = (versions.get(stream) ?? 0) + 1;
    if (version !== due) yield `entry ${position} is version ${version} of ${stream}, where ${due} is due`;
    versions.set(stream, version);
    if (notes.has(note)) yield `${note} is in the ledger twice`;
    notes.add(note);
  }
}

const notesOf = ({ id, writes }: LoggedCommand): string[] =>
  Array.from({ length: writes.reduce((sum, { events }) => sum + events, 0) }, (_, i) => `${id}#${i}`);

/** Appended now or then: the rest of the answer is the same. */
const sameWhenRepeated = ({ outcome, first, position, recordedAt, versions }: LoggedAnswer) => ({
  recorded: position === undefined ? outcome : 'recorded',
  first,
  position,
  recordedAt,
  versions: versions && Object.entries(versions).sort(([a], [b]) => (a < b ? -1 : 1)),
});
