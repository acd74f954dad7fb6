import 'reflect-metadata';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { CqrsModule, QueryBus } from '@nestjs/cqrs';
import { AskTotalsQuery, type TotalsAnswer, totalsProjection } from '#areas/totals/index.js';
import { systemClock } from '#domain/kernel/clock.js';
import { projectionSchema } from '#engine/projections/projection.js';
import { handlers } from '../../../apps/assembly/areas.js';
import { type Parts, partsOnPostgres } from '../../../apps/assembly/parts.js';
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
  rollUp(by: readonly string[], position: number | null): ReturnType<SumsOf>;
  /** The whole answer, as API and pages give it, with coverage. */
  askTotals(by: readonly string[], knownAt?: number): Promise<TotalsAnswer>;
  close(): Promise<void>;
}

type View = Parameters<Parameters<Parts['totals']['read']>[1]>[0];
type SumsOf = View['sums'];
type Question = Parameters<SumsOf>[0];

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
function question(by: readonly string[], position: number | null): Question {
  const asked = { position, by, where: [{ dimension: 'contract-basis', values: ['contract'] }], yearBasis: 'delivered', deliveredTo: null, dueOn: DUE_ON, stocksByYear: !by.includes('quarter') };
  return asked as unknown as Question;
}

const DUE_ON = '2026-03-31';
