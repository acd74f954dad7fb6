import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fenmarchImports } from '../support/golden/fenmarch.js';
import { type RunningServer, startServer } from '../support/running-server.js';

/** What there is in all of the United Kingdom, with the days that the jurisdictions do not share, in 2029. */
const SHARED = ['2029-01-01 New Year’s Day', '2029-03-30 Good Friday', '2029-05-07 Early May bank holiday', '2029-05-28 Spring bank holiday', '2029-12-25 Christmas Day', '2029-12-26 Boxing Day'];
const ENGLAND_AND_WALES = [...SHARED, '2029-04-02 Easter Monday', '2029-08-27 Summer bank holiday'];
const SCOTLAND = [...SHARED, '2029-01-02 2nd January', '2029-08-06 Summer bank holiday', '2029-11-30 St Andrew’s Day'];

const division = (name: string, days: readonly string[]) => ({
  [name]: { division: name, events: days.map((day) => ({ title: day.slice(11), date: day.slice(0, 10), notes: '', bunting: true })) },
});
const csvRows = (name: string, days: readonly string[]) => days.map((day) => `${name},${day.slice(0, 10)},${day.slice(11)}`);

describe('svl bank-holidays', () => {
  const home = mkdtempSync(join(tmpdir(), 'svl-bank-holidays-'));
  let server: RunningServer | undefined;
  beforeAll(async () => {
    server = await startServer({ CLOCK: '2028-06-01T09:00:00Z' });
    await server.svl('import', fenmarchImports[0]!, '--create-authority', 'Fenmarch');
  }, 120_000);
  afterAll(async () => {
    await server?.stop();
    rmSync(home, { recursive: true, force: true });
  });

  const file = (name: string, text: string) => {
    writeFileSync(join(home, name), text);
    return join(home, name);
  };
  const known = async (...args: string[]) => JSON.parse((await server!.svl('bank-holidays', ...args, '--json')).stdout) as { jurisdictions: { jurisdiction: string; through: string; endsSoon: boolean }[] };

  it('says until when they are known, and warns where contracts go on', async () => {
    const { code, stdout, stderr } = await server!.svl('bank-holidays');
    expect({ code, said: stdout }).toMatchObject({ code: 0, said: expect.stringMatching(/scotland +2012-01-01 +2028-12-31/) as string });
    expect(stderr).toContain('The bank holidays of england-and-wales are known to 2028-12-31, and');
    expect(stderr).not.toContain('scotland');
    const { jurisdictions } = await known('--jurisdiction', 'scotland');
    expect(jurisdictions).toEqual([expect.objectContaining({ jurisdiction: 'scotland', through: '2028-12-31', contracts: 0, daysBeyond: 0, endsSoon: false })]);
  }, 120_000);

  it('takes in the file that GOV.UK publishes, and passes over what is recorded', async () => {
    const published = file('bank-holidays.json', JSON.stringify({ ...division('england-and-wales', ENGLAND_AND_WALES), ...division('scotland', SCOTLAND) }));
    const first = await server!.svl('bank-holidays', 'import', published, '--jurisdiction', 'scotland', '--json');
    expect(JSON.parse(first.stdout)).toMatchObject({
      authority: 'fenmarch',
      position: 161,
      recorded: [{ jurisdiction: 'scotland', from: '2029-01-01', through: '2029-12-31', holidays: 9 }],
      asRecorded: [],
    });
    const { code, stdout } = await server!.svl('bank-holidays', 'import', published);
    expect({ code, stdout }).toEqual({
      code: 0,
      stdout: [
        'england-and-wales: 8 bank holidays from 2029-01-01 to 2029-12-31, recorded.',
        'scotland: 9 bank holidays from 2029-01-01 to 2029-12-31, recorded already.',
        'Entry 162.\n',
      ].join('\n'),
    });
    expect((await known()).jurisdictions.map(({ through }) => through)).toEqual(['2029-12-31', '2029-12-31', '2028-12-31']);
  }, 120_000);

  it('records nothing of a file of which a part is wrong', async () => {
    const next = [...csvRows('england-and-wales', ENGLAND_AND_WALES), ...csvRows('northern-ireland', SCOTLAND).map((row) => row.replace('2029-08-06', '2029-08-05'))];
    const wrong = file('wrong.csv', ['jurisdiction,date,name', ...next].join('\n'));
    const apart = file('apart.csv', ['jurisdiction,date,name', ...csvRows('scotland', SCOTLAND).map((row) => row.replace('St Andrew’s Day', 'Saint Andrew’s Day')), ...weekdaysOf2035()].join('\n'));
    for (const [path, said] of [
      [wrong, 'row 17, date: must not be a Saturday or Sunday, which are not worked anyway (found “2029-08-05”)'],
      [apart, 'northern-ireland.from: must join what is known'],
      [file('empty.csv', ''), 'must be the JSON that GOV.UK publishes, or a CSV with the columns jurisdiction, date, name'],
      [join(home, 'none.json'), 'file: must exist'],
      [home, 'file: must be a file that may be read'],
    ] as const) {
      const { code, stdout, stderr } = await server!.svl('bank-holidays', 'import', path);
      expect({ code, stdout, said: stderr }).toEqual({ code: 2, stdout: '', said: expect.stringContaining(said) as string });
    }
    const { code, stderr } = await server!.svl('bank-holidays', '--jurisdiction', 'wales');
    expect({ code, said: stderr }).toMatchObject({ code: 2, said: expect.stringContaining('--jurisdiction: must be one of england-and-wales, scotland, northern-ireland') as string });
    expect((await server!.svl('verify')).stdout).toBe('Record intact to entry 162 of fenmarch.\n');
  }, 120_000);
});

/** Nobody knows the years before it. */
function weekdaysOf2035(): readonly string[] {
  return ['01-01', '01-02', '03-12', '03-23', '03-26', '05-07', '07-12', '12-25', '12-26'].map((day) => `northern-ireland,2035-${day},A holiday`);
}
