import { readFileSync } from 'node:fs';
import type { Database } from '#engine/database/database.js';
import type { ImportAnswer, ImportCounts } from '../import-workbook/import-answer.js';
import type { AskedImport, ImportStanding, PastImport, PastImports } from './past-imports.js';

const sql = (file: string): string => readFileSync(new URL(file, import.meta.url), 'utf8');
const askImport = sql('./ask-import.sql');
const endImport = sql('./end-import.sql');
const findImport = sql('./find-import.sql');
const standingsOfImports = sql('./standings-of-imports.sql');
const listImports = sql('./list-imports.sql');

interface ImportRow {
  readonly import_id: string;
  readonly request: string;
  readonly actor: string;
  readonly asked_at: string;
  readonly ended_at: string | null;
  readonly answer: string | null;
  readonly failure: string | null;
}

interface StandingRow extends Pick<ImportRow, 'import_id' | 'ended_at' | 'failure'> {
  readonly status: ImportAnswer['status'] | null;
  readonly counts: string | null;
}

/** The past imports in PostgreSQL: table `workbook.import`. */
export class PostgresPastImports implements PastImports {
  constructor(private readonly database: Database) {}

  ask(authority: string, { id, request, actor, askedAt }: AskedImport): Promise<PastImport | undefined> {
    return this.database.write([authority], async (tx) => {
      const asked = await tx.query(askImport, [authority, id, request, actor, askedAt]);
      if (asked.length > 0) return undefined;
      const [earlier] = await tx.query<ImportRow>(findImport, [authority, id]);
      return earlier && importOf(earlier);
    });
  }

  async end(authority: string, id: string, endedAt: string, outcome: Parameters<PastImports['end']>[3]): Promise<void> {
    const answer = 'answer' in outcome ? JSON.stringify(outcome.answer) : null;
    const failure = 'failure' in outcome ? outcome.failure : null;
    await this.database.write([authority], (tx) => tx.query(endImport, [authority, id, endedAt, answer, failure]));
  }

  find(authority: string, id: string): Promise<PastImport | undefined> {
    return this.database.read([authority], async (tx) => {
      const [found] = await tx.query<ImportRow>(findImport, [authority, id]);
      return found && importOf(found);
    });
  }

  standings(authority: string, ids: readonly string[]): Promise<ReadonlyMap<string, ImportStanding>> {
    return this.database.read([authority], async (tx) => {
      const rows = await tx.query<StandingRow>(standingsOfImports, [authority, ids]);
      return new Map(rows.map((row) => [row.import_id, standingOf(row)]));
    });
  }

  list(authority: string, limit: number, before?: { readonly askedAt: string; readonly id: string }): Promise<readonly PastImport[]> {
    return this.database.read([authority], async (tx) => {
      const rows = await tx.query<ImportRow>(listImports, [authority, limit, before?.askedAt ?? null, before?.id ?? null]);
      return rows.map(importOf);
    });
  }
}

function importOf({ import_id, request, actor, asked_at, ended_at, answer, failure }: ImportRow): PastImport {
  return { id: import_id, request, actor, askedAt: asked_at, endedAt: ended_at, answer: answer === null ? null : (JSON.parse(answer) as ImportAnswer), failure };
}

function standingOf({ import_id, ended_at, failure, status, counts }: StandingRow): ImportStanding {
  return { id: import_id, endedAt: ended_at, failure, answer: status && counts ? { status, counts: JSON.parse(counts) as ImportCounts } : null };
}
