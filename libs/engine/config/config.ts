import { clockFrom, systemClock, type Clock } from '#domain/kernel/clock.js';
import type { Fault } from '#domain/kernel/refusal.js';

import { absolute, readEnvironment } from './environment.js';

/** How this process was asked to run. */
export interface Config {
  /** 0: any free port. */
  readonly port: number;
  readonly host: string;
  /** An absolute path. */
  readonly dataDir: string;
  /** Undefined: the embedded PostgreSQL in `dataDir`. */
  readonly databaseUrl: string | undefined;
  readonly migrationDatabaseUrl: string | undefined;
  /** What to load into an empty data folder. */
  readonly sample: 'county' | 'none';
  readonly clock: Clock;
  /** Whether `clock` was set to start elsewhere than now (CLOCK). */
  readonly clockIsSet: boolean;
  /** The least grave of what is written to standard error. */
  readonly logLevel: 'error' | 'warn' | 'info' | 'debug';
}

/** The environment is not as it must be. Apps print the message alone and exit with `exitCode`. */
export class ConfigFailure extends Error {
  override readonly name = 'ConfigFailure';
  readonly exitCode = 2;

  constructor(readonly faults: readonly Fault[]) {
    super(
      ['The environment cannot be used:', ...faults.map(({ field, value, rule, fix }) => `  ${field} ${rule} (found “${value}”). ${fix}`)].join(
        '\n',
      ),
    );
  }
}

/** @throws {ConfigFailure} with every fault at once */
export function loadConfig(variables: Readonly<Record<string, string | undefined>> = process.env): Config {
  const { environment, faults } = readEnvironment(variables);
  if (faults.length > 0) throw new ConfigFailure(faults);
  return {
    port: environment.PORT,
    host: environment.HOST,
    dataDir: absolute(environment.DATA_DIR),
    databaseUrl: environment.DATABASE_URL,
    migrationDatabaseUrl: environment.MIGRATION_DATABASE_URL,
    sample: environment.SAMPLE,
    clock: environment.CLOCK === undefined ? systemClock : clockFrom(environment.CLOCK),
    clockIsSet: environment.CLOCK !== undefined,
    logLevel: environment.LOG_LEVEL,
  };
}
