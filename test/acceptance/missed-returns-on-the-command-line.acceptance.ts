import { fenmarchImports } from '../support/golden/fenmarch.js';
import { environmentOf, type Ran, type RunningServer, startServer } from '../support/running-server.js';
import { svlInProcess } from '../support/svl-in-process.js';

/**
 * Fenmarch comes on record on 1 August 2025; what was due before is asked of nobody. Of the returns for July to September
 * none came, and they are due on 28 October: those of three members for C01 and of two for C05, and one each for C02, C07
 * and C08. Ten working days later, after 11 November, the last has been silent for long enough (B3).
 */
const MISSED = 3 + 2 + 1 + 1 + 1;

describe('svl mark-missed', () => {
  let server: RunningServer | undefined;
  beforeAll(async () => {
    server = await startServer({ CLOCK: '2025-08-01T09:00:00Z' });
    await server.svl('import', fenmarchImports[0]!, '--create-authority', 'Fenmarch');
  }, 120_000);
  afterAll(() => server?.stop());

  /** Beside the server, on a day in November. */
  const inNovember = (...args: string[]): Promise<Ran> => svlInProcess(environmentOf({ DATA_DIR: server!.dataDir, CLOCK: '2025-11-20T09:00:00Z' }), args);
  const marked = async (on: string) => {
    const { code, stdout, stderr } = await inNovember('mark-missed', '--on', on, '--json');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    return JSON.parse(stdout) as { position: number; missed: number; conditionsMet: number };
  };

  it('records what was missed, once, however often it is run', async () => {
    const first = await marked('2025-10-31');
    expect(first).toMatchObject({ authority: 'fenmarch', on: '2025-10-31', contracts: 8, missed: MISSED });
    expect(first.position).toBe(160 + first.missed + first.conditionsMet);
    expect(await marked('2025-10-31')).toEqual({ ...first, missed: 0, conditionsMet: 0 });
    const later = await inNovember('mark-missed', '--on', '2025-11-12');
    expect(later.stdout).toBe(`Looked at 8 contracts as of 2025-11-12: 0 returns missed, 1 condition met; entry ${first.position + 1}.\n`);
    const verified = await inNovember('verify');
    expect({ code: verified.code, stdout: verified.stdout }).toEqual({ code: 0, stdout: `Record intact to entry ${first.position + 1} of fenmarch.\n` });
  }, 120_000);

  it('is followed by what can be asked about it', async () => {
    const asked = async (...args: string[]) => JSON.parse((await inNovember(...args, '--json')).stdout) as { items: object[]; counts: object };
    const returns = await asked('returns', '--state', 'missed');
    expect(returns.items).toHaveLength(MISSED);
    expect(returns.counts).toMatchObject({ missed: MISSED, overdue: 0 });
    const { items: due } = await asked('obligations', '--from', 'authority', '--kind', 'decide on a condition', '--contract', 'C08');
    expect(due).toEqual([expect.objectContaining({ contract: 'C08', from: null, about: 'B3/1', dueOn: '2025-12-04', state: 'due' })]);
    const { items: clauses } = await asked('break-clauses', '--contract', 'C08');
    expect(clauses).toEqual([expect.objectContaining({ reference: 'B3', cases: [expect.objectContaining({ name: 'B3/1', metOn: '2025-11-20', state: 'to be confirmed' })] })]);
    expect((await asked('break-clauses', '--clocks-running')).items).toEqual([]);
    const { items: told } = await asked('timeline', 'C08', '--kind', 'break clauses');
    expect(told.map((one) => (one as { event: string }).event)).toEqual(['BreakClauseAgreed', 'BreakConditionMet']);
  }, 120_000);

  it('tells people in tables and sentences', async () => {
    expect((await inNovember('returns', '--contract', 'C08', '--state', 'missed')).stdout).toMatch(
      /2025-10-28 +missed +P05 .+C08 +Return for 1 July 2025 to 30 September 2025 +20 working days after 30 September 2025.*\n\n1 missed; judged on 2025-11-20, as known at entry \d+\.\n$/,
    );
    expect((await inNovember('break-clauses', '--contract', 'C08')).stdout).toMatch(/B3 +C08 +No return 10 working days after it was due +B3\/1 +2025-11-20 +to be confirmed +reserved/);
    expect((await inNovember('timeline', 'C08', '--about', 'B3/1')).stdout).toMatch(/^C08 Leisure centres, as known at entry \d+: one entry\.\n\n\d+ +20 November 2025, by the system, when local operator recorded something or had it look\n +The system found/);
    expect((await inNovember('at-risk', '--contract', 'C04')).stdout).toBe('Nothing is at risk of what was asked for.\n');
  }, 120_000);

  it.each([
    [['mark-missed', '--on', '2199-12-31'], 'on: must not be after today'],
    [['mark-missed', '--on', '31/10/2025'], '--on: must be a day that exists, written yyyy-mm-dd'],
    [['mark-missed'], "required option '--on <date>' not specified"],
    [['obligations', '--kind', 'debt'], '--kind: must be one of return, answer a query'],
    [['returns', '--state', 'gone'], '--state: must be one of before the record'],
    [['timeline', 'C99'], 'must be a contract of this authority'],
  ])('refuses %j', async (args, said) => {
    const { code, stdout, stderr } = await inNovember(...args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(said);
  }, 60_000);
});
