import type { ImportedRow, ImportedRows } from './imported-rows.js';

/** What every adapter keeps. `write` runs what is written alongside, as the ledger would. */
export function describeImportedRows(adapter: string, make: () => ImportedRows, write: (authority: string, work: ReturnType<ImportedRows['alongside']>) => Promise<void>): void {
  describe(`The imported rows, ${adapter}`, () => {
    let authority: string;
    let count = 0;
    beforeEach(() => {
      authority = `authority-${count++}`;
    });
    const row = (identity: string, content = '{}', over: Partial<ImportedRow> = {}): ImportedRow => ({ sheet: 'deliveries', identity, content, standsAs: null, ...over });
    const add = (...rows: ImportedRow[]) => write(authority, make().alongside(authority, rows));

    it('are none before the first import', async () => {
      expect(await make().last(authority, 'deliveries', ['D1'])).toEqual(new Map());
      expect(await make().identities(authority, 'deliveries')).toEqual([]);
    });

    it('say what was imported last under each identity', async () => {
      await add(row('D1', '{"quantity":"3"}', { standsAs: 'D1' }), row('D2'));
      await add(row('D1', '{"quantity":"4"}', { standsAs: 'D1 (2)' }));
      expect(await make().last(authority, 'deliveries', ['D1', 'D3'])).toEqual(new Map([['D1', row('D1', '{"quantity":"4"}', { standsAs: 'D1 (2)' })]]));
      expect((await make().last(authority, 'deliveries', ['D2'])).get('D2')).toEqual(row('D2'));
    });

    it('of one act stand in their order, the last counting', async () => {
      await add(row('D1', '{"a":1}'), row('D1', '{"a":2}'));
      expect((await make().last(authority, 'deliveries', ['D1'])).get('D1')?.content).toBe('{"a":2}');
    });

    it('keep sheets and authorities apart', async () => {
      await add(row('X', '{"a":1}'), row('X', '{"b":1}', { sheet: 'contracts' }));
      await write(`${authority}-other`, make().alongside(`${authority}-other`, [row('Y')]));
      expect((await make().last(authority, 'contracts', ['X'])).get('X')?.content).toBe('{"b":1}');
      expect(await make().identities(authority, 'contracts')).toEqual(['X']);
      expect(await make().identities(`${authority}-other`, 'deliveries')).toEqual(['Y']);
    });

    it('list every identity once, the earliest first', async () => {
      await add(row('D2'), row('D10'), row('["K1","2024-04-01"]'));
      await add(row('D2'), row('D1'));
      expect(await make().identities(authority, 'deliveries')).toEqual(['D2', 'D10', '["K1","2024-04-01"]', 'D1']);
    });

    it('take any text, and many at a time', async () => {
      const odd = ['__proto__', "o'hara", '王 🏗️', '{a,"b"}', ' '].map((identity) => row(identity, JSON.stringify({ title: identity })));
      await add(...odd, ...Array.from({ length: 12_000 }, (_, index) => row(`D${index}`)));
      expect(await make().last(authority, 'deliveries', odd.map(({ identity }) => identity))).toEqual(new Map(odd.map((one) => [one.identity, one])));
      expect((await make().last(authority, 'deliveries', Array.from({ length: 12_000 }, (_, index) => `D${index}`))).size).toBe(12_000);
    });
  });
}
