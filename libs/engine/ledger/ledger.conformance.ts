import { createHash, randomUUID } from 'node:crypto';
import { SettableClock } from '#domain/kernel/clock.js';
import type { EventCatalogue, NewEvent, TextDigest } from '#domain/kernel/event.js';
import { Refusal } from '#domain/kernel/refusal.js';
import { firstCatalogue, laterCatalogue, note, promise, review } from './conformance-events.js';
import type { AppendGroup, AppendOutcome, ImportBatch, Ledger, Placement } from './ledger.js';

/** What the suite asks of an adapter. Ledgers that are opened on the same store hold the same authorities. */
export interface LedgerUnderTest {
  /** A ledger over the store, with these types of event and this clock. */
  ledger(catalogue: EventCatalogue, clock: SettableClock): Ledger;
  /** Runs a statement that an import writes beside the ledger, and answers how often it took effect. */
  alongside(authority: string): { readonly text: string; readonly values: readonly unknown[]; count(): Promise<number> };
}

/** The promises of the ledger's port, which each adapter passes first. */
export function ledgerConformance(name: string, underTest: () => LedgerUnderTest): void {
  const clock = new SettableClock('2026-01-05T09:00:00.000Z');
  let ledger: Ledger;
  let authority: string;

  const group = (writes: AppendGroup['writes'], more: Partial<AppendGroup> = {}): AppendGroup => ({
    authority,
    commandId: randomUUID(),
    requestHash: sha256('a request'),
    actor: 'person-1',
    writes,
    ...more,
  });
  const write = (stream: string, expectedVersion: number, ...events: NewEvent[]) => ({ stream, expectedVersion, events });
  const note1 = (stream = 'contract:C01', expectedVersion = 0, more: Partial<AppendGroup> = {}): AppendGroup =>
    group([write(stream, expectedVersion, note('one'))], more);
  const batch = (events: ImportBatch['events'], more: Partial<ImportBatch> = {}): ImportBatch => ({
    authority,
    commandId: randomUUID(),
    requestHash: sha256('an import'),
    actor: 'person-1',
    expectedVersions: new Map(events.map(({ stream }) => [stream, 0])),
    events,
    references: [],
    ...more,
  });

  beforeEach(async () => {
    clock.set('2026-01-05T09:00:00.000Z');
    ledger = underTest().ledger(firstCatalogue, clock);
    authority = `authority-${randomUUID().slice(0, 8)}`;
    await ledger.open(authority, 'Fenmarch Council');
  });

  afterEach(async () => {
    const { problems } = await ledger.verify(authority);
    expect(problems).toEqual([]);
  });

  describe(`${name}: opening`, () => {
    it('opens an authority once and keeps its first name', async () => {
      expect(await ledger.open(authority, 'Another name')).toBe(false);
      expect(await ledger.head(authority)).toEqual({ authority, name: 'Fenmarch Council', position: 0, recordedAt: null });
      expect(await ledger.heads()).toContainEqual({ authority, name: 'Fenmarch Council', position: 0, recordedAt: null });
    });

    it('knows nothing of an authority that was never opened', async () => {
      const unknown = { ...note1(), authority: 'nowhere' };
      expect(await ledger.append(unknown)).toEqual({ outcome: 'unknown authority' });
      expect(await ledger.import({ ...batch([{ stream: 'a', event: note('x') }]), authority: 'nowhere' })).toEqual({
        outcome: 'unknown authority',
      });
      expect(await ledger.head('nowhere')).toBeUndefined();
      expect(await ledger.read('nowhere', 0, 10)).toEqual([]);
      expect(await ledger.positionAt('nowhere', '2026-01-05T09:00:00.000Z')).toBe(0);
    });
  });

  describe(`${name}: appending`, () => {
    it('gives positions, versions and a moment, and reads back what was stated', async () => {
      const outcome = await ledger.append(
        group([write('contract:C01', 0, promise('jobs', 2), note('und – 🏗️ “quoted” \\ \t\n')), write('provider:P01', 0, note('three'))], {
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
      const events = await ledger.read(authority, 0, 10);
      expect(events).toEqual([
        {
          authority,
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
      expect(await ledger.head(authority)).toMatchObject({ position: 3, recordedAt: '2026-01-05T09:00:00.000Z' });
    });

    it('answers a repeated command as it did the first time, whatever has happened since', async () => {
      const command = group([write('contract:C01', 0, note('one'), note('two'))], { answer: { id: 'C01' } });
      const first = placed(await ledger.append(command));
      await ledger.append(note1('contract:C01', 2));
      clock.set('2026-01-06T09:00:00.000Z');
      expect(await ledger.append(command)).toEqual({ ...first, outcome: 'repeated' });
      const { outcome: _, ...placement } = first;
      expect(await ledger.recorded(authority, command.commandId)).toEqual({ requestHash: command.requestHash, ...placement });
      expect(await ledger.head(authority)).toMatchObject({ position: 3 });
    });

    it('refuses another request under a known command id', async () => {
      const command = note1();
      await ledger.append(command);
      expect(await ledger.append({ ...command, requestHash: sha256('another') })).toEqual({ outcome: 'another request' });
      expect(await ledger.recorded(authority, 'never seen')).toBeUndefined();
    });

    it('refuses a stream that is no longer where it was', async () => {
      await ledger.append(note1());
      expect(await ledger.append(note1())).toEqual({ outcome: 'version conflict', stream: 'contract:C01', expected: 0, actual: 1 });
      expect(await ledger.append(note1('contract:C01', 5))).toEqual({
        outcome: 'version conflict',
        stream: 'contract:C01',
        expected: 5,
        actual: 1,
      });
    });

    it('writes a group whole or not at all', async () => {
      await ledger.append(note1('provider:P01'));
      const outcome = await ledger.append(
        group([write('contract:C01', 0, note('one')), write('provider:P01', 0, note('late')), write('calendar', 3, note('late'))], {
          references: [{ kind: 'contract', reference: 'C01', stream: 'contract:C01' }],
        }),
      );
      expect(outcome).toEqual({ outcome: 'version conflict', stream: 'provider:P01', expected: 0, actual: 1 });
      expect(await ledger.head(authority)).toMatchObject({ position: 1 });
      expect(await ledger.find(authority, 'contract', 'C01')).toBeUndefined();
      expect(await ledger.append(note1('contract:C01'))).toMatchObject({ outcome: 'appended', position: 2 });
    });

    it('keeps a reference for its first taker, of each kind and in each authority by itself', async () => {
      const claim = (kind: string, reference: string, stream: string) => note1(stream, 0, { references: [{ kind, reference, stream }] });
      expect(await ledger.append(claim('commitment', 'K1', 'contract:C01'))).toMatchObject({ outcome: 'appended' });
      expect(await ledger.append(claim('commitment', 'K1', 'contract:C02'))).toEqual({
        outcome: 'reference taken',
        kind: 'commitment',
        reference: 'K1',
        stream: 'contract:C01',
      });
      expect(await ledger.append(claim('delivery report', 'K1', 'contract:C03'))).toMatchObject({ outcome: 'appended' });
      expect(await ledger.find(authority, 'commitment', 'K1')).toBe('contract:C01');
      expect(await ledger.find(authority, 'delivery report', 'K1')).toBe('contract:C03');
      expect(await ledger.find(authority, 'measure', 'K1')).toBeUndefined();
    });

    it('keeps a reference for one of two that ask in the same moment', async () => {
      const outcomes = await Promise.all(
        ['contract:C01', 'contract:C02', 'contract:C03'].map((stream) =>
          ledger.append(note1(stream, 0, { references: [{ kind: 'commitment', reference: 'K1', stream }] })),
        ),
      );
      expect(outcomes.map(({ outcome }) => outcome).sort()).toEqual(['appended', 'reference taken', 'reference taken']);
    });

    it('records a command once when it is sent several times in the same moment', async () => {
      const command = note1();
      const outcomes = await Promise.all([1, 2, 3, 4].map(() => ledger.append(command)));
      expect(outcomes.map(({ outcome }) => outcome).sort()).toEqual(['appended', 'repeated', 'repeated', 'repeated']);
      expect(new Set(outcomes.map((outcome) => placed(outcome).position))).toEqual(new Set([1]));
    });

    it('takes 200 callers over two authorities: no gap, and every stream in order', async () => {
      const other = `${authority}-other`;
      await ledger.open(other, 'Wexcombe County Council');
      const callers = Array.from({ length: 200 }, (_, i) => ({
        authority: i % 2 === 0 ? authority : other,
        stream: `contract:${i}`,
      }));
      await Promise.all(
        callers.map(async (caller) => {
          for (let version = 0; version < 5; version++) {
            const command = { ...note1(caller.stream, version), authority: caller.authority };
            expect(await ledger.append(command)).toMatchObject({ outcome: 'appended', versions: { [caller.stream]: version + 1 } });
          }
        }),
      );
      for (const one of [authority, other]) {
        const events = await ledger.read(one, 0, 1_000);
        expect(events.map(({ position }) => position)).toEqual(Array.from({ length: 500 }, (_, i) => i + 1));
        for (const caller of callers.filter(({ authority: of }) => of === one)) {
          const versions = events.filter(({ stream }) => stream === caller.stream).map(({ version }) => version);
          expect(versions).toEqual([1, 2, 3, 4, 5]);
        }
        expect(await ledger.verify(one)).toMatchObject({ events: 500, problems: [] });
      }
    });

    it('lets one of many writers at one version through', async () => {
      const outcomes = await Promise.all(Array.from({ length: 20 }, () => ledger.append(note1())));
      const count = (what: string) => outcomes.filter(({ outcome }) => outcome === what).length;
      expect([count('appended'), count('version conflict')]).toEqual([1, 19]);
    });

    it('tells listeners of what was appended, until they have heard enough', async () => {
      const heard: unknown[] = [];
      const stop = ledger.onAppended((of, position) => of === authority && heard.push(position));
      await ledger.append(note1());
      await ledger.append(note1());
      await ledger.import(batch([{ stream: 'a', event: note('x') }]));
      stop();
      await ledger.append(note1('contract:C02'));
      expect(heard).toEqual([1, 2]);
    });
  });

  describe(`${name}: moments`, () => {
    it('never runs backwards', async () => {
      const moments: string[] = [];
      for (const now of ['2026-01-05T10:00:00.000Z', '2026-01-05T08:00:00.000Z', '2026-01-05T10:00:00.001Z', '2026-01-01T00:00:00.000Z']) {
        clock.set(now);
        moments.push(placed(await ledger.append(note1(`at ${now}`))).recordedAt);
        moments.push(placed(await ledger.import(batch([{ stream: `imported at ${now}`, event: note('x') }]))).recordedAt);
      }
      expect(moments).toEqual([
        ...Array.from({ length: 4 }, () => '2026-01-05T10:00:00.000Z'),
        ...Array.from({ length: 4 }, () => '2026-01-05T10:00:00.001Z'),
      ]);
      expect((await ledger.read(authority, 0, 10)).map(({ recordedAt }) => recordedAt)).toEqual(moments);
    });

    it('resolves an instant to one position for ever', async () => {
      const times = ['2026-01-05T10:00:00.000Z', '2026-01-05T10:00:00.000Z', '2026-01-05T11:00:00.000Z', '2026-01-05T12:00:00.500Z'];
      const asked = (): Promise<number[]> =>
        Promise.all(
          ['2026-01-05T09:59:59.999Z', '2026-01-05T10:00:00.000Z', '2026-01-05T10:30:00Z', '2026-01-05T12:00:00+01:00', '2026-01-05T12:00:00.499Z'].map(
            (instant) => ledger.positionAt(authority, instant),
          ),
        );
      for (const [i, now] of times.entries()) {
        clock.set(now);
        await ledger.append(note1('contract:C01', i));
      }
      expect(await asked()).toEqual([0, 2, 2, 3, 3]);
      expect(await ledger.positionAt(authority, '2026-01-05T12:00:00.500Z')).toBe(4);
      clock.set('2026-01-05T09:00:00.000Z');
      await ledger.append(note1('contract:C02'));
      expect(await asked()).toEqual([0, 2, 2, 3, 3]);
      expect(await ledger.recordedAt(authority, 3)).toBe('2026-01-05T11:00:00.000Z');
      expect(await ledger.recordedAt(authority, 0)).toBeNull();
      expect(await ledger.recordedAt(authority, 99)).toBeNull();
    });

    it('resolves an instant that has passed the same way while others append', async () => {
      let now = Date.parse('2026-01-05T09:00:00.000Z');
      const answers: { instant: string; position: number }[] = [];
      const appending = Promise.all(
        Array.from({ length: 20 }, async (_, i) => {
          for (let version = 0; version < 10; version++) {
            clock.set(new Date(++now).toISOString());
            await ledger.append(note1(`contract:${i}`, version));
            const instant = new Date(now).toISOString();
            clock.set(new Date(++now).toISOString());
            answers.push({ instant, position: await ledger.positionAt(authority, instant) });
          }
        }),
      );
      await appending;
      for (const { instant, position } of answers) expect(await ledger.positionAt(authority, instant)).toBe(position);
    });
  });

  describe(`${name}: reading`, () => {
    beforeEach(async () => {
      for (let i = 0; i < 6; i++) await ledger.append(note1(`contract:${i % 2}`, Math.floor(i / 2)));
    });

    it('pages through the ledger', async () => {
      const positions = async (after: number, limit: number) => (await ledger.read(authority, after, limit)).map(({ position }) => position);
      expect(await positions(0, 4)).toEqual([1, 2, 3, 4]);
      expect(await positions(4, 4)).toEqual([5, 6]);
      expect(await positions(6, 4)).toEqual([]);
    });

    it('reads a stream after a version, up to a position', async () => {
      const versions = async (...rest: [number?, number?]) =>
        (await ledger.readStream(authority, 'contract:1', ...rest)).map(({ position, version }) => [position, version]);
      expect(await versions()).toEqual([[2, 1], [4, 2], [6, 3]]);
      expect(await versions(1)).toEqual([[4, 2], [6, 3]]);
      expect(await versions(0, 5)).toEqual([[2, 1], [4, 2]]);
      expect(await ledger.readStream(authority, 'contract:9')).toEqual([]);
    });

    it('reads entries by their positions, in order', async () => {
      expect((await ledger.readPositions(authority, [5, 2, 99, 3])).map(({ position }) => position)).toEqual([2, 3, 5]);
      expect(await ledger.readPositions(authority, [])).toEqual([]);
    });
  });

  describe(`${name}: importing`, () => {
    it('writes many events over many streams in the order given, between what is appended', async () => {
      await ledger.append(note1('contract:1'));
      const events = Array.from({ length: 2_500 }, (_, i) => ({ stream: `contract:${i % 7}`, event: promise(`measure ${i} \t\\\n`, i) }));
      const progress: number[] = [];
      const outcome = await ledger.import(
        batch(events, {
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
      expect(await ledger.append(note1('contract:0', 358))).toMatchObject({ outcome: 'appended', position: 2_502 });
      const read = await ledger.read(authority, 1, 2_500);
      expect(read.map(({ stream, payload }) => ({ stream, payload }))).toEqual(
        events.map(({ stream, event }) => ({ stream, payload: event.payload })),
      );
      expect(await ledger.find(authority, 'contract', 'C\\3\t')).toBe('contract:3');
    });

    it('stands once however often it is sent', async () => {
      const one = batch([{ stream: 'a', event: note('x') }, { stream: 'b', event: note('y') }], { answer: { n: 2 } });
      const first = placed(await ledger.import(one));
      await ledger.append(note1('a', 1));
      expect(await ledger.import(one)).toEqual({ ...first, outcome: 'repeated' });
      expect(await ledger.import({ ...one, requestHash: sha256('else') })).toEqual({ outcome: 'another request' });
      expect(await ledger.append(note1('c', 0, { commandId: one.commandId, requestHash: one.requestHash }))).toMatchObject({
        outcome: 'repeated',
        position: 2,
      });
    });

    it('is refused whole where a stream has moved on or a reference is taken', async () => {
      await ledger.append(note1('a', 0, { references: [{ kind: 'contract', reference: 'A', stream: 'a' }] }));
      const events = [{ stream: 'a', event: note('x') }, { stream: 'b', event: note('y') }];
      expect(await ledger.import(batch(events))).toEqual({ outcome: 'version conflict', stream: 'a', expected: 0, actual: 1 });
      const expectedVersions = new Map([['a', 1], ['b', 0]]);
      const references = [{ kind: 'contract', reference: 'B', stream: 'b' }, { kind: 'contract', reference: 'A', stream: 'b' }];
      expect(await ledger.import(batch(events, { expectedVersions, references }))).toEqual({
        outcome: 'reference taken',
        kind: 'contract',
        reference: 'A',
        stream: 'a',
      });
      expect(await ledger.head(authority)).toMatchObject({ position: 1 });
      expect(await ledger.find(authority, 'contract', 'B')).toBeUndefined();
    });

    it('takes what is written beside it along, or falls with it', async () => {
      const beside = underTest().alongside(authority);
      const good = batch([{ stream: 'a', event: note('x') }], {
        alongside: async (query) => void (await query(beside.text, beside.values)),
      });
      expect(await ledger.import(good)).toMatchObject({ outcome: 'appended' });
      expect(await ledger.import(good)).toMatchObject({ outcome: 'repeated' });
      expect(await beside.count()).toBe(1);
      const bad = batch([{ stream: 'b', event: note('x') }], {
        alongside: async () => {
          throw new Error('The table beside it is full.');
        },
      });
      await expect(ledger.import(bad)).rejects.toThrow('The table beside it is full.');
      expect(await ledger.head(authority)).toMatchObject({ position: 1 });
      expect(await ledger.recorded(authority, bad.commandId)).toBeUndefined();
    });

    it('is refused whole where one event could not be kept', async () => {
      const events = Array.from({ length: 500 }, (_, i) => ({ stream: 'a', event: note(i === 400 ? 'NUL \0' : 'fine') }));
      await expect(ledger.import(batch(events))).rejects.toThrow(Refusal);
      expect(await ledger.head(authority)).toMatchObject({ position: 0 });
      expect(await ledger.import(batch([{ stream: 'a', event: note('x') }]))).toMatchObject({ outcome: 'appended', position: 1 });
    });
  });

  describe(`${name}: erasable texts`, () => {
    it('keeps them beside the ledger, each under a digest of its own', async () => {
      await ledger.append(group([write('contract:C01', 0, review('Ms Agbaje said no', 'Agbaje.pdf', null), review('Ms Agbaje said no'))]));
      const [first, second] = await ledger.readStream(authority, 'contract:C01');
      const payload = first!.payload as { reason: TextDigest; files: { name: TextDigest | null }[] };
      expect(payload.reason).toEqual({ sha256: expect.stringMatching(/^[0-9a-f]{64}$/) as string });
      expect(payload.files[1]).toEqual({ name: null, kind: 'letter' });
      expect(JSON.stringify(first)).not.toContain('Agbaje');
      const again = (second!.payload as { reason: TextDigest }).reason.sha256;
      expect(again).not.toBe(payload.reason.sha256);
      const texts = await ledger.texts(authority, [payload.reason.sha256, payload.files[0]!.name!.sha256, '0'.repeat(64)]);
      expect(Object.fromEntries(texts)).toEqual({
        [payload.reason.sha256]: 'Ms Agbaje said no',
        [payload.files[0]!.name!.sha256]: 'Agbaje.pdf',
      });
    });

    it('erases a text and its salt with the entry that says so, and breaks no hash', async () => {
      await ledger.append(group([write('contract:C01', 0, review('Ms Agbaje said no', 'Agbaje.pdf'))]));
      const [before] = await ledger.readStream(authority, 'contract:C01');
      const { reason, files } = before!.payload as { reason: TextDigest; files: { name: TextDigest }[] };
      const erasure: NewEvent = { type: 'TextErased', businessDate: '2025-04-01', payload: { digests: [reason.sha256] } };
      const command = group([write('policy', 0, erasure)]);

      const stale = group([write('policy', 7, erasure)]);
      expect(await ledger.erase(stale, [reason.sha256])).toMatchObject({ outcome: 'version conflict' });
      expect((await ledger.texts(authority, [reason.sha256])).size).toBe(1);

      expect(await ledger.erase(command, [reason.sha256])).toMatchObject({ outcome: 'appended', position: 2 });
      expect(await ledger.erase(command, [reason.sha256])).toMatchObject({ outcome: 'repeated', position: 2 });
      const texts = await ledger.texts(authority, [reason.sha256, files[0]!.name.sha256]);
      expect([...texts.values()]).toEqual(['Agbaje.pdf']);
      expect(await ledger.readStream(authority, 'contract:C01')).toEqual([before]);
      expect(await ledger.verify(authority)).toMatchObject({ events: 2, problems: [] });
    });

    it('keeps no text of a group that was not written, and takes those of an import', async () => {
      await ledger.append(note1('contract:C01'));
      await ledger.append(group([write('contract:C01', 0, review('never recorded'))]));
      await ledger.import(batch([{ stream: 'contract:C02', event: review('imported \\N \t text') }]));
      const [imported] = await ledger.readStream(authority, 'contract:C02');
      const { sha256: digest } = (imported!.payload as { reason: TextDigest }).reason;
      expect((await ledger.texts(authority, [digest])).get(digest)).toBe('imported \\N \t text');
    });

    it('lets an event point at a text that is kept already', async () => {
      await ledger.append(group([write('contract:C01', 0, review('kept once'))]));
      const [first] = await ledger.readStream(authority, 'contract:C01');
      const { reason } = first!.payload as { reason: TextDigest };
      await ledger.append(group([write('contract:C01', 1, { type: 'Reviewed', businessDate: '2025-04-02', payload: { reason } })]));
      const [, second] = await ledger.readStream(authority, 'contract:C01');
      expect(second!.payload).toEqual({ reason });
    });
  });

  describe(`${name}: what no record could keep`, () => {
    it.each<[string, (text: string) => NewEvent, string]>([
      ['a payload', note, 'Noted.note'],
      ['an erasable text', review, 'Reviewed.reason'],
      ['an erasable text deep inside', (text) => review('fine', null, text), 'Reviewed.files[1].name'],
    ])('is refused in %s, with its path', async (_, event, path) => {
      for (const text of ['a \0 b', 'half \ud83d', '\udc00']) {
        const outcome = ledger.append(group([write('contract:C01', 0, event(text))]));
        await expect(outcome).rejects.toThrow(Refusal);
        await expect(outcome).rejects.toMatchObject({ faults: [{ field: path }] });
      }
    });

    it('is refused in names, references and answers', async () => {
      for (const text of ['\0', '\ud83d']) {
        const refused = async (more: Partial<AppendGroup>, field: string) => {
          await expect(ledger.append(note1('contract:C01', 0, more))).rejects.toMatchObject({ name: 'Refusal', faults: [{ field }] });
        };
        await refused({ commandId: text }, 'command id');
        await refused({ actor: text }, 'actor');
        await refused({ authority: text }, 'authority');
        await refused({ writes: [write(text, 0, note('x'))] }, 'stream');
        await refused({ references: [{ kind: 'contract', reference: text, stream: 's' }] }, 'contract');
        await refused({ answer: { id: text } }, 'answer.id');
      }
    });

    it('is refused where the schema of the event does not allow it, with type and path', async () => {
      const wrong: [object, string][] = [
        [{ measure: 'jobs', quantity: 'two' }, 'Promised.quantity'],
        [{ measure: 'jobs' }, 'Promised.quantity'],
        [{ measure: 'jobs', quantity: 1, extra: true }, 'Promised'],
        [{ measure: 'jobs', quantity: Number.POSITIVE_INFINITY }, 'Promised.quantity'],
      ];
      for (const [payload, field] of wrong) {
        const outcome = ledger.append(group([write('contract:C01', 0, { type: 'Promised', businessDate: '2025-04-01', payload })]));
        await expect(outcome).rejects.toMatchObject({ name: 'Refusal', faults: [{ field }] });
      }
      const noDay = ledger.append(group([write('contract:C01', 0, { ...note('x'), businessDate: '2025-02-29' })]));
      await expect(noDay).rejects.toMatchObject({ name: 'Refusal', faults: [{ field: 'Noted.businessDate' }] });
      await expect(ledger.append(group([write('contract:C01', 0, { ...note('x'), type: 'Unheard' })]))).rejects.toThrow(/Unheard/);
    });

    it('leaves the groups beside it alone', async () => {
      const outcomes = await Promise.allSettled([
        ledger.append(note1('contract:C01')),
        ledger.append(group([write('contract:C02', 0, note('\0'))])),
        ledger.append(note1('contract:C03')),
      ]);
      expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    });
  });

  describe(`${name}: old versions`, () => {
    it('reads an old event in its present shape and leaves what is stored as it was', async () => {
      await ledger.append(group([write('contract:C01', 0, promise('jobs', 3))]));
      const [before] = await ledger.read(authority, 0, 1);
      const later = underTest().ledger(laterCatalogue, clock);
      const [after] = await later.read(authority, 0, 1);
      expect(after).toEqual({ ...before, payload: { measure: 'jobs', quantity: 3, unit: 'each' } });
      const newer: NewEvent = { type: 'Promised', businessDate: '2025-04-01', payload: { measure: 'jobs', quantity: 1, unit: 'hours' } };
      await later.append(group([write('contract:C01', 1, newer)]));
      expect((await later.readStream(authority, 'contract:C01')).map(({ schemaVersion, payload }) => [schemaVersion, payload])).toEqual([
        [1, { measure: 'jobs', quantity: 3, unit: 'each' }],
        [2, { measure: 'jobs', quantity: 1, unit: 'hours' }],
      ]);
      expect(await ledger.read(authority, 0, 1)).toEqual([before]);
      await expect(ledger.read(authority, 1, 1)).rejects.toThrow(/version 2.*later release/s);
      expect((await later.verify(authority)).problems).toEqual([]);
    });
  });

  describe(`${name}: verifying`, () => {
    it('goes through the whole ledger and says what it cannot find', async () => {
      await ledger.append(note1());
      await ledger.import(batch([{ stream: 'a', event: review('x') }, { stream: 'b', event: note('y') }]));
      const progress: [number, number][] = [];
      const result = await ledger.verify(authority, (position, of) => progress.push([position, of]));
      expect(result).toEqual({ authority, from: 1, to: 3, events: 3, problems: [], notes: expect.any(Array) as string[] });
      expect(result.notes.join(' ')).toMatch(/signed checkpoint/);
      expect(progress.at(-1)).toEqual([3, 3]);
    });

    it('finds nothing wrong with an empty ledger', async () => {
      expect(await ledger.verify(authority)).toMatchObject({ from: 0, to: 0, events: 0, problems: [] });
    });
  });
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

function placed(outcome: AppendOutcome): Placement & { readonly outcome: string } {
  if ('position' in outcome) return outcome;
  throw new Error(`Nothing was recorded: ${JSON.stringify(outcome)}`);
}
