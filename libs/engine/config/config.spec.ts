import { resolve } from 'node:path';

import { ConfigFailure, loadConfig } from './config.js';

function faultsOf(variables: Record<string, string>): string[] {
  try {
    loadConfig(variables);
    return [];
  } catch (error) {
    if (!(error instanceof ConfigFailure)) throw error;
    expect(error.exitCode).toBe(2);
    return error.faults.map(({ field, value }) => `${field}=${value}`);
  }
}

it('needs nothing', () => {
  const { clock, ...config } = loadConfig({});
  expect(config).toEqual({
    port: 3000,
    host: '127.0.0.1',
    dataDir: resolve('data'),
    databaseUrl: undefined,
    migrationDatabaseUrl: undefined,
    sample: 'county',
    clockIsSet: false,
    logLevel: 'warn',
  });
  expect(Math.abs(Date.parse(clock.now()) - Date.now())).toBeLessThan(1000);
});

it('takes a variable that is set to nothing as not set', () => {
  expect(loadConfig({ PORT: '', DATABASE_URL: ' ' })).toMatchObject({ port: 3000, databaseUrl: undefined });
});

it('starts the clock where CLOCK says, and lets it tick', async () => {
  const { clock, clockIsSet } = loadConfig({ CLOCK: '2026-04-01T00:30:00+01:00' });
  expect(clockIsSet).toBe(true);
  expect(clock.now().slice(0, 19)).toBe('2026-03-31T23:30:00');
});

it('names all faults at once', () => {
  expect(
    faultsOf({ PORT: '70000', HOST: '0.0.0.0', DATABASE_URL: 'mysql://a:hush@b/c', SAMPLE: 'city', CLOCK: 'yesterday' }),
  ).toEqual(['PORT=70000', 'HOST=0.0.0.0', 'DATABASE_URL=(not shown)', 'SAMPLE=city', 'CLOCK=yesterday']);
});

it('says each as a sentence, without the password', () => {
  expect(() => loadConfig({ PORT: 'eighty', DATABASE_URL: 'postgres://svl:hush@host' })).toThrow(
    'The environment cannot be used:\n' +
      '  PORT must be a whole number from 0 to 65535 (found “eighty”). Give the port to listen on, or 0 to have a free one picked.\n' +
      '  DATABASE_URL must be an address of PostgreSQL with a user and a database (found “(not shown)”).',
  );
});

it.each(['3000.5', '-1', '0x50', '1e3', 'NaN', '99999999999'])('refuses the port %s', (port) => {
  expect(faultsOf({ PORT: port })).toEqual([`PORT=${port}`]);
});

// Any other word was taken for warn, without a word.
it.each(['nonsense', 'INFO', 'warning'])('refuses the log level %s', (level) => {
  expect(faultsOf({ LOG_LEVEL: level })).toEqual([`LOG_LEVEL=${level}`]);
});

it('refuses to move the clock in production', () => {
  expect(faultsOf({ CLOCK: '2026-03-31T09:00:00Z', NODE_ENV: 'production' })).toEqual(['CLOCK=2026-03-31T09:00:00Z']);
});

it('refuses an owner’s address without the application’s', () => {
  expect(faultsOf({ MIGRATION_DATABASE_URL: 'postgres://owner@host/db' })).toEqual(['MIGRATION_DATABASE_URL=(not shown)']);
});
