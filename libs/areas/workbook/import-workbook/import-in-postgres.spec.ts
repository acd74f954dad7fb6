import { PostgresDirectory } from '#areas/directory/index.js';
import { eventCatalogue } from '#domain/catalogue.js';
import { ledgerDatabase, type LedgerDatabase } from '../../../../test/support/ledger-database.js';
import { emptyGround, filesOf, smallWorkbook, withRow } from '../../../../test/support/workbook.js';
import { PostgresImportedRows } from '../imported-rows/postgres-imported-rows.js';
import { csvFolder } from '../reader/csv/csv-folder.js';
import { csvParts } from '../reader/csv/csv-parts.js';
import type { ImportPorts, ImportRequest } from './import-request.js';
import { importWorkbook } from './import-workbook.js';

let place: LedgerDatabase;
let ports: ImportPorts;
const memory = emptyGround();

beforeAll(async () => {
  place = await ledgerDatabase(4);
  ports = {
    ...memory,
    ledger: place.ledger(eventCatalogue, { clock: memory.clock }),
    directory: new PostgresDirectory(place.database),
    importedRows: new PostgresImportedRows(place.database),
  };
});

afterAll(() => place.close());

let imports = 0;
const send = (request: Pick<ImportRequest, 'reader'> & Partial<ImportRequest>, on: ImportPorts = ports) =>
  importWorkbook(on, { commandId: `import-${++imports}`, actingAs: 'local operator', createAuthority: 'Fenmarch', ...request });
const golden = (folder: string) => csvFolder(new URL(`../../../../test/fixtures/golden-authority/${folder}`, import.meta.url).pathname);

it('The golden authority goes into PostgreSQL as it goes into memory', async () => {
  const days = { '1-first-import': '2025-07-25', '2-second-import': '2025-07-31', '3-third-import': '2026-05-20', '4-fourth-import': '2026-06-10' };
  for (const [folder, day] of Object.entries(days)) {
    memory.clock.set(`${day}T12:00:00.000Z`);
    const reader = await golden(folder);
    expect(await send({ reader })).toEqual(await send({ reader }, memory));
    expect(await send({ reader })).toMatchObject({ status: 'unchanged' });
  }
  expect(await ports.ledger.verify('fenmarch')).toMatchObject({ problems: [] });
});

describe('An import that breaks off', () => {
  const about = [{ key: 'template', value: 'social-value-ledger' }, { key: 'version', value: '1' }, { key: 'authority', value: 'broken' }];
  const reader = csvParts('upload', filesOf({ ...smallWorkbook, about }));

  it('leaves nothing half-written, and can be sent again', async () => {
    const failing: ImportPorts = {
      ...ports,
      importedRows: {
        last: (...asked) => ports.importedRows.last(...asked),
        identities: (...asked) => ports.importedRows.identities(...asked),
        alongside: (authority, rows) => async (query) => {
          await ports.importedRows.alongside(authority, rows)(query);
          throw new Error('the line went dead');
        },
      },
    };
    memory.clock.set('2026-06-30T12:00:00.000Z');
    await expect(send({ reader }, failing)).rejects.toThrow('the line went dead');
    // a ledger without an entry stayed behind, under a name that nothing could mend
    expect(await ports.ledger.head('broken')).toBeUndefined();
    expect(await ports.importedRows.identities('broken', 'contracts')).toEqual([]);
    expect(await send({ reader })).toMatchObject({ status: 'accepted', counts: { added: 23 } });
  });

  it('is given up where the one who asked gives it up, in the midst of writing', async () => {
    const given = csvParts('upload', filesOf(withRow({ ...smallWorkbook, about }, 'targets', 2, { commitment: 'K02', from: '2025-04-01', to: '2026-03-31', quantity: '5' })));
    const before = await ports.ledger.head('broken');
    const stopped = send({
      reader: given,
      progress: ({ doing }) => {
        if (doing === 'writing') throw new Error('stopped');
      },
    });
    await expect(stopped).rejects.toThrow('stopped');
    expect(await ports.ledger.head('broken')).toEqual(before);
  });
});

describe('Something recorded in between', () => {
  it('is seen: the workbook is decided again on what stands now', async () => {
    const ground = emptyGround();
    await ground.import(smallWorkbook);
    const late = { ...smallWorkbook.deliveries[1], reference: 'D010', from: '2025-04-01', to: '2025-06-30', quantity: '10', reported_on: '2025-07-05' };
    const rival = { ...late, reference: 'D011', quantity: '11' };
    let rivals = 0;
    const ledger: ImportPorts['ledger'] = Object.create(ground.ledger, {
      import: {
        value: async (batch: Parameters<typeof ground.ledger.import>[0]) => {
          if (rivals++ === 0) await ground.import(withRow(smallWorkbook, 'deliveries', 3, rival));
          return ground.ledger.import(batch);
        },
      },
    }) as ImportPorts['ledger'];
    const reader = csvParts('upload', filesOf(withRow(smallWorkbook, 'deliveries', 3, late)));
    const answer = await send({ reader }, { ...ground, ledger });
    expect(rivals).toBe(1);
    expect(answer.problems).toEqual([expect.objectContaining({ sheet: 'deliveries', row: 5, column: 'from', rule: expect.stringContaining('must not overlap the total D011') as string })]);
  });
});
