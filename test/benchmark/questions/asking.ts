import 'reflect-metadata';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { CqrsModule, QueryBus } from '@nestjs/cqrs';
import { AskTotalsQuery, type TotalsAnswer, totalsProjection, type TotalsStore } from '#areas/totals/index.js';
import { systemClock } from '#domain/kernel/clock.js';
import { projectionSchema } from '#engine/projections/projection.js';
import { handlers } from '../../../apps/assembly/areas.js';
import { partsOnPostgres } from '../../../apps/assembly/parts.js';
import { PartsModule } from '../../../apps/assembly/parts.module.js';
import { AUTHORITY, type Dataset } from '../harness/dataset.js';
import { openBenchmarkDatabase } from '../harness/scratch-database.js';
import { foldedBySources } from './folded-by-sources.js';

export const TOTALS_SCHEMA = projectionSchema(totalsProjection.name, totalsProjection.version);

/** A ledger with its totals folded, and the ways of asking it. */
export interface Asking {
  readonly events: number;
  readonly ownerUrl: string;
  /** The roll-up alone, as the store adds it up: null is now. */
  rollUp(by: Question['by'], position: number | null): ReturnType<View['sums']>;
  /** The whole answer, as API and pages give it, with coverage. */
  askTotals(by: Question['by'], knownAt?: number): Promise<TotalsAnswer>;
  close(): Promise<void>;
}

type View = Parameters<Parameters<TotalsStore['read']>[1]>[0];
type Question = Parameters<View['sums']>[0];

/** Opens a data set, its totals folded by the present sources (which takes minutes where they are not). */
export async function openAsking({ dataDir, events }: Dataset, say: (line: string) => void): Promise<Asking> {
  const opened = await openBenchmarkDatabase(dataDir, 6);
  const parts = partsOnPostgres({ database: opened.database, clock: systemClock, clockIsSet: false, dataDir, foldWhenAsked: false });
  const root = { module: Questions, imports: [PartsModule.of(parts), CqrsModule.forRoot(), ...handlers] };
  try {
    await parts.engine.prepare();
    await foldedBySources(`${dataDir}-totals.json`, async () => {
      say(`folding the totals of ${events.toLocaleString('en-GB')} events`);
      await parts.engine.rebuild(totalsProjection.name);
    });
    // as a ledger that is served has them
    await parts.engine.upkeep(AUTHORITY);
    const app = await NestFactory.createApplicationContext(root, { logger: false, abortOnError: false });
    const queries = app.get(QueryBus);
    return {
      events,
      ownerUrl: opened.migrationUrl!,
      rollUp: (by, position) => parts.totals.read(AUTHORITY, (view) => view.sums(question(by, position))),
      askTotals: (by, knownAt) => queries.execute(new AskTotalsQuery(AUTHORITY, { by, where: [], yearBasis: 'delivered', ...(knownAt === undefined ? {} : { knownAt: String(knownAt) }) })),
      close: async () => {
        await app.close();
        await parts.close();
        await opened.stop();
      },
    };
  } catch (error) {
    await parts.close();
    await opened.stop();
    throw error;
  }
}

@Module({})
class Questions {}

/** What was promised in contracts, of years of delivery, as the public query asks it. */
function question(by: Question['by'], position: number | null): Question {
  return { position, by, where: [{ dimension: 'contract-basis', values: ['contract'] }], yearBasis: 'delivered', deliveredTo: null, dueOn: DUE_ON, withinYears: by.includes('quarter') };
}

const DUE_ON = '2026-03-31';
