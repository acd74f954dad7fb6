import { totalsProjection } from '#areas/totals/index.js';
import { type AnyProjection, projectionSchema } from '#engine/projections/projection.js';
import { type Closings, closingsIn } from './fold/closings.js';
import { secondsToCopyOut } from './fold/copy-out.js';
import { emmettProjector } from './fold/emmett-projector.js';
import { withEngine } from './fold/engine.js';
import { type Sums, sumsIn } from './fold/sums.js';
import { upcastingCatalogue } from './fold/upcasting-catalogue.js';
import { asOwner } from './harness/databases.js';
import { AUTHORITY, dataset, importHistory } from './harness/dataset.js';
import { interleaved } from './harness/interleaved.js';
import { check, type Bench, type Case, type Row } from './harness/row.js';
import { openBenchmarkDatabase, scratchDatabase } from './harness/scratch-database.js';
import { sized } from './harness/settings.js';
import { median } from './harness/statistics.js';
import { history } from './history.js';

const OURS = 'rebuild of the totals';
const COPY = 'COPY OUT of the same events';
const EMMETT = "emmett-postgresql's projector";
const projection = totalsProjection as unknown as AnyProjection;
const SCHEMA = projectionSchema(totalsProjection.name, totalsProjection.version);

/** The totals folded from the first event: journal, cells and closings, with all dimensions. */
export const fold: Row = {
  name: 'fold',
  title: 'Fold into journal, cells and closings, all dimensions, upcasting on',
  async run({ settings, say }: Bench): Promise<readonly Case[]> {
    const events = sized(settings, 1_000_000, 5_000);
    const fewer = sized(settings, 40_000, 2_000);
    const { dataDir } = await dataset(events, settings, say);
    const expected = await foldedByTheEngine(settings.seed, fewer, say);
    const opened = await openBenchmarkDatabase(dataDir);
    const ownerUrl = opened.migrationUrl!;
    try {
      say(`writing ${fewer.toLocaleString('en-GB')} events into emmett-postgresql`);
      const emmett = await emmettProjector(ownerUrl, settings.seed, fewer);
      const found: (Sums & { readonly closed: Closings })[] = [];
      const figures = await withEngine(opened.database, upcastingCatalogue, [projection], (engine) =>
        interleaved(
          [
            {
              name: OURS,
              run: async () => {
                const began = performance.now();
                const rebuilt = await engine.rebuild(projection.name);
                const rate = (events * 1_000) / (performance.now() - began);
                check('events that the rebuild folded', rebuilt.events, events);
                found.push(await asOwner(ownerUrl, async (owner) => ({ ...(await sumsIn(owner, SCHEMA, AUTHORITY)), closed: await closingsIn(owner, SCHEMA, AUTHORITY) })));
                return rate;
              },
            },
            { name: COPY, run: async () => events / (await secondsToCopyOut(ownerUrl, AUTHORITY)) },
            { name: EMMETT, run: (round) => emmett.project(round) },
          ],
          settings,
          say,
        ),
      );
      const peer = await asOwner(emmett.url, (owner) => sumsIn(owner, 'totals', AUTHORITY));
      await asOwner(ownerUrl, (owner) => owner.query('drop database emmett_totals with (force)'));
      const of = (name: string) => median(figures.get(name)!);
      return [
        {
          name: `${events.toLocaleString('en-GB')} events`,
          size: `${events.toLocaleString('en-GB')} events for the rebuild and COPY, ${fewer.toLocaleString('en-GB')} (a history of the same kind) for emmett`,
          measured: [
            { name: OURS, role: 'ours', unit: 'events/s', median: of(OURS), runs: figures.get(OURS)!, found: `${found[0]!.journal} entries, ${found[0]!.cells} cells, ${found[0]!.closed.closings} closings` },
            { name: COPY, role: 'limit', unit: 'events/s', median: of(COPY), runs: figures.get(COPY)! },
            { name: EMMETT, role: 'peer', unit: 'events/s', median: of(EMMETT), runs: figures.get(EMMETT)! },
          ],
          aims: [{ what: "× emmett's projector on the same fold", wanted: { atLeast: 40 }, got: of(OURS) / of(EMMETT) }],
          checked: [
            ...found.map((sums) => check('hash of every rebuild', sums.hash, found[0]!.hash)).slice(0, 1),
            ...found.map(({ closed }) => check('hash of the closings of every rebuild', closed.hash, found[0]!.closed.hash)).slice(0, 1),
            check("emmett's cells and journal, beside the engine's on the same events", peer.hash, expected.hash),
            check("emmett's journal", peer.journal, expected.journal),
            'journal and cells add to the same in every rebuild, and the last closing of each key is what its entries add to',
          ],
          notes: [
            `COPY OUT of the events alone takes ${((of(OURS) / of(COPY)) * 100).toFixed(0)}% of the rebuild's time.`,
            'No event of the catalogue has an older version: the commonest, DeliveryReported, is read as if it were at version 2 and each of its entries upcast.',
            "emmett runs the same pure fold with its states in a Map, one statement text for each event, in batches of 1,000 and without its pauses; it keeps no closings and its payloads need no upcast.",
          ],
        },
      ];
    } finally {
      await opened.stop();
    }
  },
};

/** What the peer's events must come to: imported into a ledger and folded by the engine. */
async function foldedByTheEngine(seed: number, events: number, say: (line: string) => void): Promise<Sums> {
  const scratch = await scratchDatabase();
  try {
    await importHistory(scratch, AUTHORITY, history({ seed, events }), events, say);
    await withEngine(scratch.database, upcastingCatalogue, [projection], (engine) => engine.rebuild(projection.name));
    return await asOwner(scratch.migrationUrl!, (owner) => sumsIn(owner, SCHEMA, AUTHORITY));
  } finally {
    await scratch.stop();
  }
}
