import { Refusal } from '#domain/kernel/refusal.js';
import { sha256 } from './commands-for-tests.js';
import { note, promise } from './conformance-events.js';
import { placed, type Trial } from './conformance-trial.js';

/** Imports. */
export function importingConformance(trial: Trial): void {
  describe('importing', () => {
    it('writes many events over many streams in the order given, between what is appended', async () => {
      await trial.ledger.append(trial.oneNote('contract:1'));
      const events = Array.from({ length: 2_500 }, (_, i) => ({ stream: `contract:${i % 7}`, event: promise(`measure ${i} \t\\\n`, i) }));
      const progress: number[] = [];
      const outcome = await trial.ledger.import(
        trial.batch(events, {
          expectedVersions: new Map(Array.from({ length: 7 }, (_, i) => [`contract:${i}`, i === 1 ? 1 : 0])),
          references: Array.from({ length: 7 }, (_, i) => ({ kind: 'contract', reference: `C\\${i}\t`, stream: `contract:${i}` })),
          answer: { status: 'accepted' },
          progress: (written) => progress.push(written),
        }),
      );
      expect(outcome).toMatchObject({ outcome: 'appended', first: 2, position: 2_501, answer: { status: 'accepted' } });
      // 2,500 over seven streams: one more for the first, and contract:1 had one already.
      const reached = Object.fromEntries(Array.from({ length: 7 }, (_, i) => [`contract:${i}`, i < 2 ? 358 : 357]));
      expect(placed(outcome).versions).toEqual(reached);
      expect(progress.at(-1)).toBe(2_500);
      expect(await trial.ledger.append(trial.oneNote('contract:0', 358))).toMatchObject({ outcome: 'appended', position: 2_502 });
      const read = await trial.ledger.read(trial.authority, 1, 2_500);
      expect(read.map(({ stream, payload }) => ({ stream, payload }))).toEqual(
        events.map(({ stream, event }) => ({ stream, payload: event.payload })),
      );
      expect(await trial.ledger.find(trial.authority, 'contract', 'C\\3\t')).toBe('contract:3');
    });

    it('stands once however often it is sent', async () => {
      const one = trial.batch([{ stream: 'a', event: note('x') }, { stream: 'b', event: note('y') }], { answer: { n: 2 } });
      const first = placed(await trial.ledger.import(one));
      await trial.ledger.append(trial.oneNote('a', 1));
      expect(await trial.ledger.import(one)).toEqual({ ...first, outcome: 'repeated' });
      expect(await trial.ledger.import({ ...one, requestHash: sha256('else') })).toEqual({ outcome: 'another request' });
      expect(await trial.ledger.append(trial.oneNote('c', 0, { commandId: one.commandId, requestHash: one.requestHash }))).toMatchObject({
        outcome: 'repeated',
        position: 2,
      });
    });

    it('opens the ledger that it is the first to write to, in one act', async () => {
      const authority = `${trial.authority}-new`;
      const one = { ...trial.batch([{ stream: 'a', event: note('x') }]), authority, opensAs: 'Seafold Council' };
      await expect(trial.ledger.import({ ...one, alongside: () => Promise.reject(new Error('broken off')) })).rejects.toThrow('broken off');
      expect(await trial.ledger.head(authority)).toBeUndefined();
      expect(await trial.ledger.import(one)).toMatchObject({ outcome: 'appended', first: 1, position: 1 });
      expect(await trial.ledger.import({ ...trial.batch([{ stream: 'b', event: note('y') }]), authority, opensAs: 'Another name' })).toMatchObject({ outcome: 'appended', position: 2 });
      expect(await trial.ledger.head(authority)).toMatchObject({ name: 'Seafold Council', position: 2 });
    });

    it('is refused whole where a stream has moved on or a reference is taken', async () => {
      await trial.ledger.append(trial.oneNote('a', 0, { references: [{ kind: 'contract', reference: 'A', stream: 'a' }] }));
      const events = [{ stream: 'a', event: note('x') }, { stream: 'b', event: note('y') }];
      expect(await trial.ledger.import(trial.batch(events))).toEqual({ outcome: 'version conflict', stream: 'a', expected: 0, actual: 1 });
      const expectedVersions = new Map([['a', 1], ['b', 0]]);
      const references = [{ kind: 'contract', reference: 'B', stream: 'b' }, { kind: 'contract', reference: 'A', stream: 'b' }];
      expect(await trial.ledger.import(trial.batch(events, { expectedVersions, references }))).toEqual({
        outcome: 'reference taken',
        kind: 'contract',
        reference: 'A',
        stream: 'a',
      });
      expect(await trial.ledger.head(trial.authority)).toMatchObject({ position: 1 });
      expect(await trial.ledger.find(trial.authority, 'contract', 'B')).toBeUndefined();
    });

    it('takes what is written beside it along, or falls with it', async () => {
      const beside = trial.under.alongside(trial.authority);
      const good = trial.batch([{ stream: 'a', event: note('x') }], {
        alongside: async (query) => void (await query(beside.text, beside.values)),
      });
      expect(await trial.ledger.import(good)).toMatchObject({ outcome: 'appended' });
      expect(await trial.ledger.import(good)).toMatchObject({ outcome: 'repeated' });
      expect(await beside.count()).toBe(1);
      const bad = trial.batch([{ stream: 'b', event: note('x') }], {
        alongside: async () => {
          throw new Error('The table beside it is full.');
        },
      });
      await expect(trial.ledger.import(bad)).rejects.toThrow('The table beside it is full.');
      expect(await trial.ledger.head(trial.authority)).toMatchObject({ position: 1 });
      expect(await trial.ledger.recorded(trial.authority, bad.commandId)).toBeUndefined();
    });

    it('is refused whole where one event could not be kept', async () => {
      const events = Array.from({ length: 500 }, (_, i) => ({ stream: 'a', event: note(i === 400 ? 'NUL \0' : 'fine') }));
      await expect(trial.ledger.import(trial.batch(events))).rejects.toThrow(Refusal);
      expect(await trial.ledger.head(trial.authority)).toMatchObject({ position: 0 });
      expect(await trial.ledger.import(trial.batch([{ stream: 'a', event: note('x') }]))).toMatchObject({ outcome: 'appended', position: 1 });
    });
  });
}
