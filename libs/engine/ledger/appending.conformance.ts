import { sha256 } from './commands-for-tests.js';
import { note, promise } from './conformance-events.js';
import { placed, type Trial } from './conformance-trial.js';

/** Appending, moments and reading. */
export function appendingConformance(trial: Trial): void {
  describe('opening', () => {
    it('opens an authority once and keeps its first name', async () => {
      expect(await trial.ledger.open(trial.authority, 'Another name')).toBe(false);
      expect(await trial.ledger.head(trial.authority)).toEqual({ authority: trial.authority, name: 'Fenmarch Council', position: 0, recordedAt: null });
      expect(await trial.ledger.heads()).toContainEqual({ authority: trial.authority, name: 'Fenmarch Council', position: 0, recordedAt: null });
    });

    it('knows nothing of an authority that was never opened', async () => {
      const unknown = { ...trial.oneNote(), authority: 'nowhere' };
      expect(await trial.ledger.append(unknown)).toEqual({ outcome: 'unknown authority' });
      expect(await trial.ledger.import({ ...trial.batch([{ stream: 'a', event: note('x') }]), authority: 'nowhere' })).toEqual({
        outcome: 'unknown authority',
      });
      expect(await trial.ledger.head('nowhere')).toBeUndefined();
      expect(await trial.ledger.read('nowhere', 0, 10)).toEqual([]);
      expect(await trial.ledger.positionAt('nowhere', '2026-01-05T09:00:00.000Z')).toBe(0);
    });
  });

  describe('appending', () => {
    it('gives positions, versions and a moment, and reads back what was stated', async () => {
      const outcome = await trial.ledger.append(
        trial.group([trial.write('contract:C01', 0, promise('jobs', 2), note('und – 🏗️ “quoted” \\ \t\n')), trial.write('provider:P01', 0, note('three'))], {
          answer: { id: 'C01', list: [1, null] },
        }),
      );
      expect(outcome).toEqual({
        outcome: 'appended',
        first: 1,
        position: 3,
        recordedAt: '2026-01-05T09:00:00.000Z',
        versions: { 'contract:C01': 2, 'provider:P01': 1 },
        answer: { id: 'C01', list: [1, null] },
      });
      const events = await trial.ledger.read(trial.authority, 0, 10);
      expect(events).toEqual([
        {
          authority: trial.authority,
          position: 1,
          stream: 'contract:C01',
          version: 1,
          eventId: expect.stringMatching(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/) as string,
          type: 'Promised',
          schemaVersion: 1,
          businessDate: '2025-04-01',
          recordedAt: '2026-01-05T09:00:00.000Z',
          actor: 'person-1',
          payload: { measure: 'jobs', quantity: 2 },
        },
        expect.objectContaining({ position: 2, stream: 'contract:C01', version: 2, payload: { note: 'und – 🏗️ “quoted” \\ \t\n' } }),
        expect.objectContaining({ position: 3, stream: 'provider:P01', version: 1 }),
      ]);
      expect(Number.parseInt(events[0]!.eventId.replaceAll('-', '').slice(0, 12), 16)).toBe(Date.parse('2026-01-05T09:00:00.000Z'));
      expect(await trial.ledger.head(trial.authority)).toMatchObject({ position: 3, recordedAt: '2026-01-05T09:00:00.000Z' });
    });

    it('answers a repeated command as it did the first time, whatever has happened since', async () => {
      const command = trial.group([trial.write('contract:C01', 0, note('one'), note('two'))], { answer: { id: 'C01' } });
      const first = placed(await trial.ledger.append(command));
      await trial.ledger.append(trial.oneNote('contract:C01', 2));
      trial.clock.set('2026-01-06T09:00:00.000Z');
      expect(await trial.ledger.append(command)).toEqual({ ...first, outcome: 'repeated' });
      const { outcome: _, ...placement } = first;
      expect(await trial.ledger.recorded(trial.authority, command.commandId)).toEqual({ requestHash: command.requestHash, ...placement });
      expect(await trial.ledger.head(trial.authority)).toMatchObject({ position: 3 });
    });

    it('refuses another request under a known command id', async () => {
      const command = trial.oneNote();
      await trial.ledger.append(command);
      expect(await trial.ledger.append({ ...command, requestHash: sha256('another') })).toEqual({ outcome: 'another request' });
      expect(await trial.ledger.recorded(trial.authority, 'never seen')).toBeUndefined();
    });

    it('refuses a stream that is no longer where it was', async () => {
      await trial.ledger.append(trial.oneNote());
      expect(await trial.ledger.append(trial.oneNote())).toEqual({ outcome: 'version conflict', stream: 'contract:C01', expected: 0, actual: 1 });
      expect(await trial.ledger.append(trial.oneNote('contract:C01', 5))).toEqual({
        outcome: 'version conflict',
        stream: 'contract:C01',
        expected: 5,
        actual: 1,
      });
    });

    it('writes a group whole or not at all', async () => {
      await trial.ledger.append(trial.oneNote('provider:P01'));
      const outcome = await trial.ledger.append(
        trial.group([trial.write('contract:C01', 0, note('one')), trial.write('provider:P01', 0, note('late')), trial.write('calendar', 3, note('late'))], {
          references: [{ kind: 'contract', reference: 'C01', stream: 'contract:C01' }],
        }),
      );
      expect(outcome).toEqual({ outcome: 'version conflict', stream: 'provider:P01', expected: 0, actual: 1 });
      expect(await trial.ledger.head(trial.authority)).toMatchObject({ position: 1 });
      expect(await trial.ledger.find(trial.authority, 'contract', 'C01')).toBeUndefined();
      expect(await trial.ledger.append(trial.oneNote('contract:C01'))).toMatchObject({ outcome: 'appended', position: 2 });
    });

    it('keeps a reference for its first taker, of each kind and in each authority by itself', async () => {
      const claim = (kind: string, reference: string, stream: string) => trial.oneNote(stream, 0, { references: [{ kind, reference, stream }] });
      expect(await trial.ledger.append(claim('commitment', 'K1', 'contract:C01'))).toMatchObject({ outcome: 'appended' });
      expect(await trial.ledger.append(claim('commitment', 'K1', 'contract:C02'))).toEqual({
        outcome: 'reference taken',
        kind: 'commitment',
        reference: 'K1',
        stream: 'contract:C01',
      });
      expect(await trial.ledger.append(claim('delivery report', 'K1', 'contract:C03'))).toMatchObject({ outcome: 'appended' });
      expect(await trial.ledger.find(trial.authority, 'commitment', 'K1')).toBe('contract:C01');
      expect(await trial.ledger.find(trial.authority, 'delivery report', 'K1')).toBe('contract:C03');
      expect(await trial.ledger.find(trial.authority, 'measure', 'K1')).toBeUndefined();
      expect(await trial.ledger.findAll(trial.authority, 'commitment', ['K1', 'K2', '{"K1"}'])).toEqual(new Map([['K1', 'contract:C01']]));
      expect(await trial.ledger.findAll(trial.authority, 'commitment', [])).toEqual(new Map());
      expect(await trial.ledger.findAll(`${trial.authority}-other`, 'commitment', ['K1'])).toEqual(new Map());
    });

    it('keeps a reference for one of two that ask in the same moment', async () => {
      const outcomes = await Promise.all(
        ['contract:C01', 'contract:C02', 'contract:C03'].map((stream) =>
          trial.ledger.append(trial.oneNote(stream, 0, { references: [{ kind: 'commitment', reference: 'K1', stream }] })),
        ),
      );
      expect(outcomes.map(({ outcome }) => outcome).sort()).toEqual(['appended', 'reference taken', 'reference taken']);
    });

    it('records a command once when it is sent several times in the same moment', async () => {
      const command = trial.oneNote();
      const outcomes = await Promise.all([1, 2, 3, 4].map(() => trial.ledger.append(command)));
      expect(outcomes.map(({ outcome }) => outcome).sort()).toEqual(['appended', 'repeated', 'repeated', 'repeated']);
      expect(new Set(outcomes.map((outcome) => placed(outcome).position))).toEqual(new Set([1]));
    });

    it('takes 200 callers over two authorities: no gap, and every stream in order', async () => {
      const other = `${trial.authority}-other`;
      await trial.ledger.open(other, 'Wexcombe County Council');
      const callers = Array.from({ length: 200 }, (_, i) => ({
        authority: i % 2 === 0 ? trial.authority : other,
        stream: `contract:${i}`,
      }));
      await Promise.all(
        callers.map(async (caller) => {
          for (let version = 0; version < 5; version++) {
            const command = { ...trial.oneNote(caller.stream, version), authority: caller.authority };
            expect(await trial.ledger.append(command)).toMatchObject({ outcome: 'appended', versions: { [caller.stream]: version + 1 } });
          }
        }),
      );
      for (const one of [trial.authority, other]) {
        const events = await trial.ledger.read(one, 0, 1_000);
        expect(events.map(({ position }) => position)).toEqual(Array.from({ length: 500 }, (_, i) => i + 1));
        for (const caller of callers.filter(({ authority: of }) => of === one)) {
          const versions = events.filter(({ stream }) => stream === caller.stream).map(({ version }) => version);
          expect(versions).toEqual([1, 2, 3, 4, 5]);
        }
        expect(await trial.ledger.verify(one)).toMatchObject({ events: 500, problems: [] });
      }
    });

    it('lets one of many writers at one version through', async () => {
      const outcomes = await Promise.all(Array.from({ length: 20 }, () => trial.ledger.append(trial.oneNote())));
      const count = (what: string) => outcomes.filter(({ outcome }) => outcome === what).length;
      expect([count('appended'), count('version conflict')]).toEqual([1, 19]);
    });

    it('tells listeners of what was appended, until they have heard enough', async () => {
      const heard: unknown[] = [];
      const stop = trial.ledger.onAppended((of, position) => of === trial.authority && heard.push(position));
      await trial.ledger.append(trial.oneNote());
      await trial.ledger.append(trial.oneNote());
      await trial.ledger.import(trial.batch([{ stream: 'a', event: note('x') }]));
      stop();
      await trial.ledger.append(trial.oneNote('contract:C02'));
      expect(heard).toEqual([1, 2]);
    });
  });

  describe('moments', () => {
    it('never runs backwards', async () => {
      const moments: string[] = [];
      for (const now of ['2026-01-05T10:00:00.000Z', '2026-01-05T08:00:00.000Z', '2026-01-05T10:00:00.001Z', '2026-01-01T00:00:00.000Z']) {
        trial.clock.set(now);
        moments.push(placed(await trial.ledger.append(trial.oneNote(`at ${now}`))).recordedAt);
        moments.push(placed(await trial.ledger.import(trial.batch([{ stream: `imported at ${now}`, event: note('x') }]))).recordedAt);
      }
      expect(moments).toEqual([
        ...Array.from({ length: 4 }, () => '2026-01-05T10:00:00.000Z'),
        ...Array.from({ length: 4 }, () => '2026-01-05T10:00:00.001Z'),
      ]);
      expect((await trial.ledger.read(trial.authority, 0, 10)).map(({ recordedAt }) => recordedAt)).toEqual(moments);
    });

    it('resolves an instant to one position for ever', async () => {
      const times = ['2026-01-05T10:00:00.000Z', '2026-01-05T10:00:00.000Z', '2026-01-05T11:00:00.000Z', '2026-01-05T12:00:00.500Z'];
      const asked = (): Promise<number[]> =>
        Promise.all(
          ['2026-01-05T09:59:59.999Z', '2026-01-05T10:00:00.000Z', '2026-01-05T10:30:00Z', '2026-01-05T12:00:00+01:00', '2026-01-05T12:00:00.499Z'].map(
            (instant) => trial.ledger.positionAt(trial.authority, instant),
          ),
        );
      for (const [i, now] of times.entries()) {
        trial.clock.set(now);
        await trial.ledger.append(trial.oneNote('contract:C01', i));
      }
      expect(await asked()).toEqual([0, 2, 2, 3, 3]);
      expect(await trial.ledger.positionAt(trial.authority, '2026-01-05T12:00:00.500Z')).toBe(4);
      trial.clock.set('2026-01-05T09:00:00.000Z');
      await trial.ledger.append(trial.oneNote('contract:C02'));
      expect(await asked()).toEqual([0, 2, 2, 3, 3]);
      expect(await trial.ledger.recordedAt(trial.authority, 3)).toBe('2026-01-05T11:00:00.000Z');
      expect(await trial.ledger.recordedAt(trial.authority, 0)).toBeNull();
      expect(await trial.ledger.recordedAt(trial.authority, 99)).toBeNull();
    });

    it('resolves an instant that has passed the same way while others append', async () => {
      let now = Date.parse('2026-01-05T09:00:00.000Z');
      const answers: { instant: string; position: number }[] = [];
      const appending = Promise.all(
        Array.from({ length: 20 }, async (_, i) => {
          for (let version = 0; version < 10; version++) {
            trial.clock.set(new Date(++now).toISOString());
            await trial.ledger.append(trial.oneNote(`contract:${i}`, version));
            const instant = new Date(now).toISOString();
            trial.clock.set(new Date(++now).toISOString());
            answers.push({ instant, position: await trial.ledger.positionAt(trial.authority, instant) });
          }
        }),
      );
      await appending;
      for (const { instant, position } of answers) expect(await trial.ledger.positionAt(trial.authority, instant)).toBe(position);
    });
  });

  describe('reading', () => {
    beforeEach(async () => {
      for (let i = 0; i < 6; i++) await trial.ledger.append(trial.oneNote(`contract:${i % 2}`, Math.floor(i / 2)));
    });

    it('pages through the ledger', async () => {
      const positions = async (after: number, limit: number) => (await trial.ledger.read(trial.authority, after, limit)).map(({ position }) => position);
      expect(await positions(0, 4)).toEqual([1, 2, 3, 4]);
      expect(await positions(4, 4)).toEqual([5, 6]);
      expect(await positions(6, 4)).toEqual([]);
    });

    it('reads a stream after a version, up to a position', async () => {
      const versions = async (...rest: [number?, number?]) =>
        (await trial.ledger.readStream(trial.authority, 'contract:1', ...rest)).map(({ position, version }) => [position, version]);
      expect(await versions()).toEqual([[2, 1], [4, 2], [6, 3]]);
      expect(await versions(1)).toEqual([[4, 2], [6, 3]]);
      expect(await versions(0, 5)).toEqual([[2, 1], [4, 2]]);
      expect(await trial.ledger.readStream(trial.authority, 'contract:9')).toEqual([]);
    });

    it('reads entries by their positions, in order', async () => {
      expect((await trial.ledger.readPositions(trial.authority, [5, 2, 99, 3])).map(({ position }) => position)).toEqual([2, 3, 5]);
      expect(await trial.ledger.readPositions(trial.authority, [])).toEqual([]);
    });
  });
}
