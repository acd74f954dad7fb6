import { Database } from '#engine/database/database.js';
import { command } from '#engine/ledger/commands-for-tests.js';
import { firstCatalogue } from '#engine/ledger/conformance-events.js';
import { PostgresLedger } from '#engine/ledger/postgres-ledger.js';
import { scenario, sized } from '../scenario.js';
import { lives } from './load/lives.js';
import { placeForLedgers } from './load/place.js';

const few = sized({ small: { writers: 8, kills: 0, answers: 120 }, full: { writers: 48, kills: 3, answers: 1_500 } });

describe('nothing is lost on', () => {
  scenario('tables that nobody ever analysed', (run) => lives(run, { authorities: 2, readers: 1, ...few }, { neverAnalysed: true }));

  scenario('one partition', (run) => lives(run, { authorities: 3, readers: 1, ...few }, { partitions: 1 }));

  scenario('sixteen partitions', (run) => lives(run, { authorities: 12, readers: 1, ...few }, { partitions: 16 }));
});

const REFUSED = { code: '23001' };

describe('each partition by itself refuses what changes the record', () => {
  for (const partitions of [1, 16]) {
    scenario(`of ${partitions}`, async (run) => {
      const place = await placeForLedgers({ partitions });
      const database = await Database.open(place.url, { connections: 4 });
      try {
        const ledger = new PostgresLedger({ database, catalogue: firstCatalogue });
        const left = new Set<string>((await place.owner.query<{ name: string }>(leaves)).rows.map(({ name }) => name));
        expect(left.size).toBe(partitions);
        // Authorities until there is one in each partition.
        for (let nth = 0; left.size > 0; nth++) {
          const authority = `authority-${nth}`;
          await ledger.open(authority, authority);
          await ledger.append(command(authority, 'contract:C01', 0));
          const { rows } = await place.owner.query<{ name: string }>('select tableoid::regclass::text as name from ledger.event where authority = $1', [authority]);
          const { name } = rows[0]!;
          run.count('authorities');
          if (!left.delete(name)) continue;
          for (const change of [`update ${name} set payload = '{}'`, `delete from ${name}`, `truncate ${name}`]) {
            await expect(place.owner.query(change)).rejects.toMatchObject(REFUSED);
            run.count('changes refused');
          }
        }
      } finally {
        await database.close();
        await place.drop();
      }
    });
  }
});

const leaves = "select relid::text as name from pg_partition_tree('ledger.event') where isleaf";
