import { note } from './conformance-events.js';
import type { Trial } from './conformance-trial.js';

/** Reading stream by stream, for those who fold everything anew. */
export function bulkReadingConformance(trial: Trial): void {
  describe('reading stream by stream', () => {
    const STREAMS = ['contract:C2', 'provider:P1', 'contract:C10', 'contract:Ω', 'policy', 'contract:\u{1F600}', 'contractor:X'];

    /** Five rounds over the streams, one entry each: positions 1 to 35. */
    async function written(): Promise<void> {
      const events = Array.from({ length: 5 }, (_, round) => STREAMS.map((stream) => ({ stream, event: note(`${round}: “tab\t”, line\n, \\N, ${stream}`) }))).flat();
      await trial.ledger.import(trial.batch(events));
    }

    it('gives every stream of a prefix in pages, in the order of code points, without a gap', async () => {
      await written();
      const page = { authority: trial.authority, prefix: 'contract:', upTo: 28, limit: 3 };
      const read = [];
      for (let after; ; ) {
        const events = await trial.ledger.readStreams({ ...page, after });
        read.push(...events);
        after = events.at(-1);
        if (events.length < page.limit) break;
      }
      expect(read.map(({ stream, version }) => `${stream} ${version}`)).toEqual(
        ['contract:C10', 'contract:C2', 'contract:Ω', 'contract:\u{1F600}'].flatMap((stream) => [1, 2, 3, 4].map((version) => `${stream} ${version}`)),
      );
    });

    it('gives the same entries as reading in the order of the ledger', async () => {
      await written();
      const all = await trial.ledger.read(trial.authority, 0, 100);
      const streams = await trial.ledger.readStreams({ authority: trial.authority, prefix: 'contract:', upTo: 35, limit: 100 });
      const aside = await trial.ledger.readAside({ authority: trial.authority, prefix: 'contract:', types: [], after: 0, upTo: 35 });
      expect([...streams, ...aside].toSorted((a, b) => a.position - b.position)).toEqual(all);
    });

    it('gives the same entries in large pages as in small ones', async () => {
      await written();
      const small = await trial.ledger.read(trial.authority, 3, 30);
      expect(small).toHaveLength(30);
      expect((await trial.ledger.read(trial.authority, 3, 5_000)).slice(0, 30)).toEqual(small);
    });

    it('gives aside what is of other streams or of the types named, in order', async () => {
      await written();
      const aside = (types: readonly string[]) => trial.ledger.readAside({ authority: trial.authority, prefix: 'contract:', types, after: 7, upTo: 14 });
      expect((await aside([])).map(({ stream }) => stream)).toEqual(['provider:P1', 'policy', 'contractor:X']);
      expect((await aside([note('').type])).map(({ position }) => position)).toEqual([8, 9, 10, 11, 12, 13, 14]);
    });

    it('gives nothing of an authority that has no ledger', async () => {
      expect(await trial.ledger.readStreams({ authority: 'nowhere', prefix: 'contract:', upTo: 9, limit: 9 })).toEqual([]);
      expect(await trial.ledger.readAside({ authority: 'nowhere', prefix: 'contract:', types: [], after: 0, upTo: 9 })).toEqual([]);
    });
  });
}
