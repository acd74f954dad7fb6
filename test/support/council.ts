import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { handlers, routes } from '../../apps/assembly/areas.js';
import type { DifferenceAnswer, EntryAnswer, KeptAnswer, TotalsAnswer } from '#areas/totals/index.js';
import { UpkeepRoutes } from '#areas/upkeep/index.js';
import { csvFolder, type ImportAnswer, type ImportRequest, importWorkbook, ImportsRoutes, UploadPages, type UploadedPart } from '#areas/workbook/index.js';
import { areaApp, type Reply } from './area-app.js';
import { reconcile, type Reconciled } from './reconcile.js';
import { filesOf, type StatedRow, type StatedWorkbook } from './workbook.js';
import { type World, worldOnPostgres } from './world.js';

/** How an import is asked for; `by` is who asks. */
type AskedImport = Partial<Omit<ImportRequest, 'reader' | 'actingAs'>> & { readonly by?: string };

type Query = Readonly<Record<string, string | readonly string[]>>;

/** An authority in a world of its own, whose clock the story moves: what people do there, and what they are answered. */
export interface Council {
  readonly code: string;
  readonly world: World;
  /** The clock moves on to noon of a day, or another time (UTC). */
  day(day: string, time?: string): void;
  /** Somebody imports sheets, as a folder of CSVs. */
  import(sheets: StatedWorkbook, asked?: AskedImport): Promise<ImportAnswer>;
  /** The same, with the very bytes of each file. */
  importFiles(files: readonly UploadedPart[], asked?: AskedImport): Promise<ImportAnswer>;
  /** Somebody sends a command to the API; `path` is below the authority's address. */
  does(who: string, path: string, body: object): Promise<Reply>;
  /** Asks the API; anything but 200 is an error. */
  ask<Answer>(path: string, query?: Query): Promise<Answer>;
  totals(query?: Query): Promise<TotalsAnswer>;
  kept(query: Query): Promise<KeptAnswer>;
  difference(query: Query): Promise<DifferenceAnswer>;
  /** The entries that make a row of totals. */
  entriesOf(row: { readonly id: string }): Promise<readonly EntryAnswer[]>;
  /** The position of the ledger's last entry. */
  head(): Promise<number>;
  /** Reconciles everything in this world, and ends it. */
  end(): Promise<readonly Reconciled[]>;
}

/** The sheet `about` of an authority's workbooks. */
export function aboutOf(authority: string): readonly StatedRow[] {
  return Object.entries({ template: 'social-value-ledger', version: '1', authority }).map(([key, value]) => ({ key, value }));
}

// imports, uploads and upkeep over HTTP are jobs of a running server
const JOBS_OF_A_SERVER: readonly unknown[] = [ImportsRoutes, UploadPages, UpkeepRoutes];
const modules = [...handlers, ...routes.filter((module) => !JOBS_OF_A_SERVER.includes(module))];

export async function council(code: string, now: string): Promise<Council> {
  const world = await worldOnPostgres(`${now}T12:00:00.000Z`);
  const app = await areaApp(world, modules);
  const folder = mkdtempSync(join(tmpdir(), 'svl-council-'));
  const { ledger, directory, importedRows, evidence, clock } = world.parts;
  const ports = { ledger, directory, importedRows, evidenceFiles: evidence, clock };
  let imports = 0;

  const ask = async <Answer>(path: string, query: Query = {}): Promise<Answer> => {
    // no engine runs beside a story: what was recorded is folded when somebody asks
    await world.parts.engine.catchUp(code);
    const search = new URLSearchParams(Object.entries(query).flatMap(([name, values]) => [values].flat().map((value): [string, string] => [name, value])));
    const { status, body } = await app.get(`/api/authorities/${code}/${path}?${search.toString()}`);
    if (status !== 200) throw new Error(`${path} answered ${status}: ${JSON.stringify(body)}`);
    return body as Answer;
  };

  const importFiles: Council['importFiles'] = async (files, { by = 'local operator', ...asked } = {}) => {
    const path = join(folder, `${++imports}-import`);
    mkdirSync(path);
    for (const { fileName, bytes } of files) writeFileSync(join(path, fileName), bytes);
    return importWorkbook(ports, { reader: await csvFolder(path), commandId: `import-${imports}`, actingAs: by, createAuthority: code, ...asked });
  };

  return {
    code,
    world,
    day: (day, time = '12:00') => world.clock.set(`${day}T${time}:00.000Z`),
    import: (sheets, asked) => importFiles(filesOf({ about: aboutOf(code), ...sheets }), asked),
    importFiles,
    does: (who, path, body) => app.post(`/api/authorities/${code}/${path}`, body, { 'Acting-As': who }),
    ask,
    totals: (query) => ask('totals', query),
    kept: (query) => ask('kept', query),
    difference: (query) => ask('differences', query),
    entriesOf: async ({ id }) => (await ask<{ items: EntryAnswer[] }>(`totals/${id}/entries`)).items,
    head: async () => (await ledger.head(code))?.position ?? 0,
    end: async () => {
      try {
        return await reconcile(world);
      } finally {
        await app.close();
        await world.end();
        rmSync(folder, { recursive: true, force: true });
      }
    },
  };
}
