/**
 * Starts the embedded PostgreSQL of DATA_DIR and holds it until it is killed, or told to stop by SIGTERM: what a test
 * needs a process of its own for. Says each line as JSON.
 */
import { startEmbeddedPostgres } from '#engine/database/embedded/embedded-postgres.js';
import { StartFailure } from '#engine/database/start-failure.js';

const tell = (word: string, value: unknown): boolean => process.stdout.write(`${JSON.stringify({ [word]: value })}\n`);

try {
  const postgres = await startEmbeddedPostgres({
    dataDir: process.env['DATA_DIR']!,
    purpose: 'test',
    now: '2026-04-01T00:00:00.000Z',
    say: (line) => tell('said', line),
  });
  const staying = setInterval(() => undefined, 60_000);
  process.once('SIGTERM', () => {
    clearInterval(staying);
    void postgres.stop().then(() => tell('stopped', true));
  });
  tell('ready', { url: postgres.url, migrationUrl: postgres.migrationUrl });
} catch (error) {
  if (!(error instanceof StartFailure)) throw error;
  tell('failure', error.message);
  process.exitCode = error.exitCode;
}
