import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { decideImportMeasures } from '#areas/measures/index.js';
import { measureSetEvolution } from '#domain/measures/measure-set.js';
import { csvFile } from '../reader/csv/csv-file.js';
import { readMeasures } from './read-measures.js';

const HEADER = 'reference,name,theme,outcome,unit,kind,combine,money,unit_value_gbp,tags';
let folder: string;
beforeAll(async () => void (folder = await mkdtemp(join(tmpdir(), 'measures-'))));
afterAll(() => rm(folder, { recursive: true }));

const read = async (...rows: string[]) => {
  const path = join(folder, 'pack.csv');
  await writeFile(path, [HEADER, ...rows, ''].join('\n'));
  return readMeasures(csvFile(path));
};

describe('A pack of measures in a file', () => {
  it('is read in the form of the sheet measures', async () => {
    const pack = await read('M1,Hours,Communities,Stronger charities,hour,Hours × people,sum,estimate,£16.93,a;b', 'M2,Local people,Jobs,Work,percent,percentage,never,none,,');
    if ('problems' in pack) throw new Error(JSON.stringify(pack.problems));
    expect(pack.rows).toEqual([2, 3]);
    const { events } = decideImportMeasures(measureSetEvolution.initial, { measures: [...pack.measures], change: null }, { today: '2026-01-01' });
    expect(events.map(({ type }) => type)).toEqual(['MeasureDefined', 'MeasureDefined']);
    expect(pack.measures[0]).toMatchObject({ measure: 'M1', kind: 'hours x people', unitValue: '16.93', tags: ['a', 'b'] });
  });

  it('tells what is wrong with its place', async () => {
    expect(await read('M1,Hours,,Charities,hour,often,sum,none,,')).toEqual({
      problems: [
        expect.objectContaining({ sheet: 'measures', row: 2, column: 'theme', rule: 'must be filled', cells: ['C2'] }),
        expect.objectContaining({ row: 2, column: 'kind', value: 'often' }),
      ],
    });
  });

  it('that is not there is refused', async () => {
    await expect(readMeasures(csvFile(join(folder, 'none.csv')))).rejects.toThrow('must exist');
  });
});
