import { readFileSync } from 'node:fs';

const load = (file: string): string => readFileSync(new URL(`./sql/${file}.sql`, import.meta.url), 'utf8');

const texts = {
  checkpointTable: load('checkpoint-table'),
  parkedTable: load('parked-table'),
  stateTable: load('state-table'),
  secureTable: load('secure-table'),
  moveCheckpoint: load('move-checkpoint'),
  pruneCheckpoints: load('prune-checkpoints'),
  standing: load('standing'),
  positions: load('positions'),
  states: load('states'),
  keepStates: load('keep-states'),
  park: load('park'),
  release: load('release'),
  parked: load('parked'),
  progressTable: load('progress-table'),
  tellProgress: load('tell-progress'),
  progress: load('progress'),
};

/** The engine's statements on the schema of one projection. */
export type Statements = Readonly<Record<keyof typeof texts, string>>;

/** In the files the schema is called `projection`. */
export function statementsOn(schema: string): Statements {
  const on = Object.entries(texts).map(([name, text]) => [name, text.replaceAll('projection.', `"${schema}".`)]);
  return Object.fromEntries(on) as Statements;
}

export const columnsOfTable = load('columns');
export const olderReaders = load('older-readers');
export const versionsOf = load('versions');
export const shareLocks = load('share-locks');
export const takeLock = load('take-lock');
export const takeLocksBriefly = load('take-locks-briefly');
export const giveLock = load('give-lock');
export const endStalled = load('end-stalled');
export const tablesOfSchema = load('tables');
