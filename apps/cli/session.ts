import type { INestApplicationContext } from '@nestjs/common';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { CqrsModule, CommandBus, QueryBus } from '@nestjs/cqrs';
import { eventCatalogue } from '#domain/catalogue.js';
import type { Clock } from '#domain/kernel/clock.js';
import { loadConfig } from '#engine/config/config.js';
import { openDatabase } from '#engine/database/open-database.js';
import type { Ledger } from '#engine/ledger/ledger.js';
import { PostgresLedger } from '#engine/ledger/postgres-ledger.js';
import { handlers } from '../assembly/areas.js';
import { EXIT } from '../assembly/ending.js';
import { type Parts, partsOnPostgres } from '../assembly/parts.js';
import { PartsModule } from '../assembly/parts.module.js';
import { migrations } from '../migrations.js';
import type { Output } from './output.js';
import { Progress } from './progress.js';

/** What a command of the command line works with. */
export interface Session {
  readonly parts: Parts;
  readonly app: INestApplicationContext;
  readonly commands: CommandBus;
  readonly queries: QueryBus;
  /** The ledgers, with entries given their moments by a clock of the command's own: for what happened in the past. */
  readonly ledgerBy: (clock: Clock) => Ledger;
}

@Module({})
class CommandLine {}

/** Joins the running instance's PostgreSQL, or starts one, for as long as a command takes. */
export async function inSession<Result>(output: Output, work: (session: Session) => Promise<Result>, environment: NodeJS.ProcessEnv = process.env): Promise<Result> {
  const interruption = onInterruption();
  const { dataDir, databaseUrl, migrationDatabaseUrl, clock, clockIsSet } = loadConfig(environment);
  const opened = await openDatabase({
    dataDir,
    databaseUrl,
    migrationDatabaseUrl,
    join: true,
    purpose: 'command line',
    now: clock.now(),
    say: (line) => output.say(line),
    migrations: migrations(),
    connections: 6,
  });
  await interruption.endsWith(() => opened.stop());
  try {
    const parts = partsOnPostgres({ database: opened.database, clock, clockIsSet, dataDir, foldWhenAsked: true, building: (name) => new Progress(`preparing ${name}`) });
    await parts.engine.prepare();
    const root = { module: CommandLine, imports: [PartsModule.of(parts), CqrsModule.forRoot(), ...handlers] };
    const app = await NestFactory.createApplicationContext(root, { logger: false, abortOnError: false });
    try {
      const ledgerBy = (by: Clock): Ledger => new PostgresLedger({ database: opened.database, catalogue: eventCatalogue, clock: by });
      return await work({ parts, app, commands: app.get(CommandBus), queries: app.get(QueryBus), ledgerBy });
    } finally {
      await app.close();
      await parts.close();
    }
  } finally {
    await interruption.ending();
    await opened.stop();
    interruption.isOver();
  }
}

const SIGNALS = ['SIGINT', 'SIGTERM'] as const;

/**
 * Ctrl-C ends the database that this command started, and nothing half-written stays: what was not committed is not
 * there. Pressed while the database is still starting, it ends it once it has; pressed again, the process at once.
 */
function onInterruption() {
  let stop: (() => Promise<void>) | undefined;
  let asked = false;
  let ending: Promise<void> | undefined;
  const exit = (): never => process.exit(EXIT.interrupted);
  const end = (): void => {
    asked = true;
    if (stop) ending ??= stop().then(exit, exit);
  };
  for (const signal of SIGNALS) {
    // until now the process ended at once (bin/svl.mjs), which would leave a database behind
    process.removeAllListeners(signal);
    process.once(signal, end);
  }
  return {
    /** From now on there is something to stop. */
    async endsWith(how: () => Promise<void>): Promise<void> {
      stop = how;
      if (asked) end();
      await ending;
    },
    /** What fails because everything is being stopped need not be told: an interrupted process ends here. */
    async ending(): Promise<void> {
      await ending;
    },
    isOver(): void {
      for (const signal of SIGNALS) process.off(signal, end);
    },
  };
}
