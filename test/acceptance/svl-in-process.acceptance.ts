import { fenmarchImports } from '../support/golden/fenmarch.js';
import { environmentOf, type RunningServer, startServer, svl } from '../support/running-server.js';
import { svlInProcess } from '../support/svl-in-process.js';

/** Most tests of the command line run it in their own process: here both ways are held against each other. */
describe('svl in the process of a test', () => {
  let server: RunningServer;
  const environment = () => environmentOf({ DATA_DIR: server.dataDir, CLOCK: '2026-05-02T09:00:00Z' });
  beforeAll(async () => {
    server = await startServer({ CLOCK: '2026-05-02T09:00:00Z' });
    await svlInProcess(environment(), ['import', fenmarchImports[0]!, '--create-authority', 'Fenmarch']);
  }, 120_000);
  afterAll(() => server.stop());

  it.each([
    ['a table for people', 0, ['at-risk', '--on', '2026-03-31']],
    ['one document', 0, ['bank-holidays', '--json']],
    ['a refusal', 2, ['timeline', 'C99']],
    ['an option that is missing', 2, ['mark-missed']],
    ['a command that there is not', 2, ['totalise']],
    ['help', 0, ['at-risk', '--help']],
    ['what was imported already', 0, ['import', fenmarchImports[0]!, '--json']],
  ])('answers as a process does: %s', async (_what, code, args) => {
    const inProcess = await svlInProcess(environment(), args);
    expect(inProcess.code).toBe(code);
    expect(inProcess).toEqual(await svl(environment(), args));
  }, 60_000);
});
