import 'reflect-metadata';
import { parentPort } from 'node:worker_threads';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { CqrsModule } from '@nestjs/cqrs';
import { clockFrom, systemClock } from '#domain/kernel/clock.js';
import { Database } from '#engine/database/database.js';
import { StartFailure } from '#engine/database/start-failure.js';
import { BullJobs } from '#engine/jobs/bull-jobs.js';
import { jobsOnPostgres, migrateJobs } from '#engine/jobs/jobs-backend.js';
import { surfaceLog } from '#surface/http/server/log.js';
import { handlers, jobModules } from '../assembly/areas.js';
import { doJobs } from '../assembly/jobs.js';
import { partsOnPostgres } from '../assembly/parts.js';
import { PartsModule } from '../assembly/parts.module.js';
import type { EngineRoomData, EngineRoomSays } from './engine-room.js';

@Module({})
class EngineRoom {}

const log = surfaceLog('warn');
const failed = (message: string, failure: unknown): void => log.error({ failure: String(failure) }, message);

async function begin({ url, migrationUrl, dataDir, alone, clockStartsAt }: EngineRoomData): Promise<() => Promise<void>> {
  if (migrationUrl !== undefined) await migrateJobs(migrationUrl, new URL(url).username);
  const database = await Database.open(url, { connections: 6, name: 'social value ledger, engine room' });
  const parts = partsOnPostgres({
    database,
    clock: clockStartsAt === null ? systemClock : clockFrom(clockStartsAt),
    clockIsSet: clockStartsAt !== null,
    dataDir,
    foldWhenAsked: false,
    failed,
  });
  const root = { module: EngineRoom, imports: [PartsModule.of(parts), CqrsModule.forRoot(), ...handlers, ...jobModules] };
  const app = await NestFactory.createApplicationContext(root, { logger: false, abortOnError: false });
  const jobs = new BullJobs(jobsOnPostgres(url, 4), failed);
  if (alone) await jobs.takeUpLeftBehind();
  await doJobs(jobs, app, parts);
  await parts.engine.start();
  return async () => {
    await jobs.close();
    await parts.close();
    await app.close();
    await database.close();
  };
}

const port = parentPort!;
const say = (said: EngineRoomSays): void => port.postMessage(said);
const told = <Message>() => new Promise<Message>((resolve) => port.once('message', resolve));

const data = await told<EngineRoomData>();
const stopAsked = told();
try {
  const end = await begin(data);
  say({ ready: true });
  await stopAsked;
  await end();
} catch (failure) {
  if (!(failure instanceof StartFailure)) throw failure;
  say({ startFailure: failure.message });
}
process.exit(0);
