import 'reflect-metadata';
import { parentPort, workerData } from 'node:worker_threads';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { CqrsModule } from '@nestjs/cqrs';
import { clockFrom, systemClock } from '#domain/kernel/clock.js';
import { Database } from '#engine/database/database.js';
import { BullJobs } from '#engine/jobs/bull-jobs.js';
import { jobsOnPostgres } from '#engine/jobs/jobs-backend.js';
import { surfaceLog } from '#surface/http/server/log.js';
import { handlers, jobModules } from '../assembly/areas.js';
import { doJobs } from '../assembly/jobs.js';
import { partsOnPostgres } from '../assembly/parts.js';
import { PartsModule } from '../assembly/parts.module.js';
import type { EngineRoomData } from './engine-room.js';

@Module({})
class EngineRoom {}

const { url, dataDir, alone, clockStartsAt } = workerData as EngineRoomData;
const log = surfaceLog('warn');
const failed = (message: string, failure: unknown): void => log.error({ failure: String(failure) }, message);

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

parentPort!.on('message', () => {
  void (async () => {
    await jobs.close();
    await parts.close();
    await app.close();
    await database.close();
    process.exit(0);
  })();
});
parentPort!.postMessage('ready');
