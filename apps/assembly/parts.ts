import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Directory, MemoryDirectory, PostgresDirectory } from '#areas/directory/index.js';
import { MemoryObligationsStore, obligationsProjection, type ObligationsStore, PostgresObligationsStore } from '#areas/obligations/index.js';
import { MemoryProviderList, PostgresProviderList, type ProviderList, providersProjection } from '#areas/providers/index.js';
import { MemoryRegisterStore, PostgresRegisterStore, registerProjection, type RegisterStore } from '#areas/registers/index.js';
import { MemoryTotalsStore, PostgresTotalsStore, type Rhythm, totalsInRhythm, totalsProjection, type TotalsStore } from '#areas/totals/index.js';
import {
  type ImportedRows,
  MemoryImportedRows,
  MemoryPastImports,
  MemoryUploadedWorkbooks,
  type PastImports,
  PostgresImportedRows,
  PostgresPastImports,
  PostgresUploadedWorkbooks,
  type UploadedWorkbooks,
  Uploads,
} from '#areas/workbook/index.js';
import { eventCatalogue } from '#domain/catalogue.js';
import type { Clock } from '#domain/kernel/clock.js';
import { refuse } from '#domain/kernel/refusal.js';
import type { Database } from '#engine/database/database.js';
import type { EvidenceFiles } from '#engine/files/evidence-files.js';
import { FolderEvidenceFiles } from '#engine/files/folder-evidence-files.js';
import { MemoryEvidenceFiles } from '#engine/files/memory-evidence-files.js';
import type { Ledger } from '#engine/ledger/ledger.js';
import { MemoryLedger } from '#engine/ledger/memory-ledger.js';
import { PostgresLedger } from '#engine/ledger/postgres-ledger.js';
import { Engine, type EngineSettings } from '#engine/projections/engine.js';
import { MemoryStores } from '#engine/projections/memory-store.js';
import type { AnyProjection } from '#engine/projections/projection.js';
import { PostgresStores } from '#engine/projections/postgres-stores.js';
import { reached } from './reached.js';
import { announceAppends, Signals } from '#engine/projections/signals.js';

/** What the application is made of under its use cases: on PostgreSQL, or in memory. */
export interface Parts {
  readonly clock: Clock;
  readonly ledger: Ledger;
  readonly engine: Engine;
  readonly directory: Directory;
  readonly evidence: EvidenceFiles;
  readonly totals: TotalsStore;
  readonly obligations: ObligationsStore;
  readonly providers: ProviderList;
  readonly register: RegisterStore;
  readonly importedRows: ImportedRows;
  readonly pastImports: PastImports;
  readonly uploads: Uploads;
  readonly uploadedWorkbooks: UploadedWorkbooks;
  /** Lets go of what the parts hold, but for the database. */
  close(): Promise<void>;
}

/** Every read model. */
export const projections = [totalsProjection, providersProjection, registerProjection, obligationsProjection] as const;

export interface PartsOnPostgres {
  readonly database: Database;
  readonly clock: Clock;
  /** Whether entries take their moment from `clock`; else from the database. */
  readonly clockIsSet: boolean;
  /** Evidence files and uploads are kept in it. */
  readonly dataDir: string;
  /** True: whoever asks folds to the head first (the command line). False: an engine elsewhere does. */
  readonly foldWhenAsked: boolean;
  /** How often totals are closed, where a test wants it otherwise. */
  readonly rhythm?: Rhythm | undefined;
  /** Told of failures that pass by themselves. */
  readonly failed?: EngineSettings['failed'];
  /** Shows how far a read model is that is built because somebody asks. */
  readonly building?: EngineSettings['building'];
}

/** The parts on PostgreSQL. */
export function partsOnPostgres({ database, clock, clockIsSet, dataDir, foldWhenAsked, rhythm, failed, building }: PartsOnPostgres): Parts {
  const ledger = new PostgresLedger({ database, catalogue: eventCatalogue, clock: clockIsSet ? clock : undefined });
  const signals = new Signals();
  const silence = announceAppends(ledger, signals);
  const totals = rhythm ? totalsInRhythm(rhythm) : totalsProjection;
  const folded = [totals, ...projections.filter((projection) => projection !== totalsProjection)];
  const engine = new Engine(ledger, new PostgresStores(database), folded, signals, { clock, ...(failed && { failed }), ...(building && { building }) });
  return {
    clock,
    ledger,
    engine,
    directory: new PostgresDirectory(database),
    evidence: new FolderEvidenceFiles(join(dataDir, 'evidence')),
    importedRows: new PostgresImportedRows(database),
    pastImports: new PostgresPastImports(database),
    uploads: new Uploads(join(dataDir, 'uploads')),
    uploadedWorkbooks: new PostgresUploadedWorkbooks(database),
    obligations: new PostgresObligationsStore(engine.readsOf(obligationsProjection, database), reachBy(engine, foldWhenAsked, obligationsProjection)),
    providers: new PostgresProviderList(engine.readsOf(providersProjection, database)),
    register: new PostgresRegisterStore(engine.readsOf(registerProjection, database), reachBy(engine, foldWhenAsked, registerProjection)),
    totals: new PostgresTotalsStore(engine.readsOf(totals, database), reachBy(engine, foldWhenAsked), rhythm?.block),
    close: async () => {
      silence();
      await engine.stop();
      signals.close();
    },
  };
}

/** The in-memory twin: the same rules, fold and questions, with nothing kept. */
export function partsInMemory(clock: Clock): Parts {
  const ledger = new MemoryLedger({ catalogue: eventCatalogue, clock });
  const signals = new Signals();
  const stores = new MemoryStores();
  const engine = new Engine(ledger, stores, projections, signals, { clock });
  return {
    clock,
    ledger,
    engine,
    directory: new MemoryDirectory(),
    evidence: new MemoryEvidenceFiles(),
    importedRows: new MemoryImportedRows(),
    pastImports: new MemoryPastImports(),
    uploads: new Uploads(join(tmpdir(), `svl-uploads-${process.pid}`)),
    uploadedWorkbooks: new MemoryUploadedWorkbooks(),
    obligations: new MemoryObligationsStore(stores.of(obligationsProjection), reachBy(engine, true, obligationsProjection)),
    providers: new MemoryProviderList(stores.of(providersProjection)),
    register: new MemoryRegisterStore(stores.of(registerProjection), reachBy(engine, true, registerProjection)),
    totals: new MemoryTotalsStore(stores.of(totalsProjection), reachBy(engine, true)),
    close: async () => {
      await engine.stop();
      signals.close();
    },
  };
}

/** How questions about an earlier moment make sure that a read model knows it. */
function reachBy(engine: Engine, foldWhenAsked: boolean, projection: AnyProjection = totalsProjection) {
  return async (authority: string, position: number): Promise<void> => {
    if (!foldWhenAsked) return reached(engine, authority, position, projection);
    await engine.catchUp(authority);
    const folded = await engine.checkpoints.position(projection, authority);
    if (folded < position) {
      refuse('position', position, `must be folded into the ${projection.name}, which stand still at entry ${folded}`, 'Ask for an earlier moment, or have the read model retried or rebuilt.', 'conflict');
    }
  };
}
