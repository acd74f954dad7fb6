import { readFileSync } from 'node:fs';
import { upsertTable } from '#engine/projections/table.js';

const sql = (name: string) => readFileSync(new URL(`./${name}.sql`, import.meta.url), 'utf8');

/** Every contract, as it now stands. */
export const contract = upsertTable({
  key: ['contract'],
  columns: {
    contract: 'text',
    title: 'text',
    /** Reference and title in the form in which they are searched. */
    searched: 'text',
    directorate: 'text',
    lead: 'text',
    /** Who delivers: a JSON array of provider references. */
    members: 'jsonb',
    /** The opaque id of a person. */
    manager: 'text',
    starts_on: 'date',
    ends_on: 'date',
    value_pence: 'bigint',
    status: 'text',
    /** How many commitments stand. */
    commitments: 'integer',
    /** How many delivery reports wait for a decision. */
    undecided: 'integer',
    last_recorded_at: 'timestamptz',
  },
  ddl: sql('contract'),
});

/** What providers are called. */
export const provider = upsertTable({
  key: ['provider'],
  columns: { provider: 'text', name: 'text' },
  ddl: sql('provider'),
});

/** Every delivery report that waits for a decision. Of free texts it holds the digests. */
export const waiting = upsertTable({
  key: ['report'],
  columns: {
    report: 'text',
    /** The report that it corrects. */
    corrects: 'text?',
    contract: 'text',
    commitment: 'text',
    measure: 'text',
    measure_name: 'text',
    unit: 'text',
    /** Null: all members, by their shares. */
    provider: 'text?',
    period_from: 'date',
    period_to: 'date',
    /** As people typed it; null for texts. */
    quantity: 'text?',
    /** The digest of what a report on a measure of kind text says. */
    said: 'text?',
    /** Null where the measure has no value. */
    pence: 'bigint?',
    /** A digest. */
    description: 'text?',
    /** Kinds asked for that no evidence is of: a JSON array. */
    evidence_missing: 'jsonb',
    /** How much the evidence supports; null: all. */
    evidence_supports: 'text?',
    evidence_complete: 'boolean',
    reported_on: 'date',
    reported_by: 'text',
    side: 'text',
    state: 'text',
    /** The digest of what its reviewer asked last. */
    question: 'text?',
    /** The digest of what was answered last. */
    answer: 'text?',
    /** The entry since which it stands as it does. */
    since_position: 'bigint',
    since: 'timestamptz',
  },
  ddl: sql('waiting'),
  indexes: ['create index if not exists waiting_since on waiting (authority, since_position)'],
});

/** Every break clause, and where it is stated; what it says and what became of it is read from its contract. */
export const breakClause = upsertTable({
  key: ['clause'],
  columns: {
    clause: 'text',
    contract: 'text',
    /** The kind of its condition, as it was last stated. */
    condition: 'text',
    /** The entry that first agreed it. */
    since_position: 'bigint',
  },
  ddl: sql('break-clause'),
});

/** The files behind each report in force, by hash: one behind two reports is shown to their reviewers. */
export const evidenceFile = upsertTable({
  key: ['report', 'evidence'],
  columns: { report: 'text', evidence: 'text', sha256: 'text' },
  ddl: sql('evidence-file'),
  indexes: ['create index if not exists evidence_file_hash on evidence_file (authority, sha256, report)'],
});
