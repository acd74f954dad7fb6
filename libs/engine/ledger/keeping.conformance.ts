import type { NewEvent, TextDigest } from '#domain/kernel/event.js';
import { Refusal } from '#domain/kernel/refusal.js';
import { laterCatalogue, note, promise, review } from './conformance-events.js';
import type { Trial } from './conformance-trial.js';
import type { AppendGroup } from './ledger.js';

/** What is kept and how: erasable texts, what no record could keep, old versions, verifying. */
export function keepingConformance(trial: Trial): void {
  describe('erasable texts', () => {
    it('keeps them beside the ledger, each under a digest of its own', async () => {
      await trial.ledger.append(trial.group([trial.write('contract:C01', 0, review('Ms Agbaje said no', 'Agbaje.pdf', null), review('Ms Agbaje said no'))]));
      const [first, second] = await trial.ledger.readStream(trial.authority, 'contract:C01');
      const payload = first!.payload as { reason: TextDigest; files: { name: TextDigest | null }[] };
      expect(payload.reason).toEqual({ sha256: expect.stringMatching(/^[0-9a-f]{64}$/) as string });
      expect(payload.files[1]).toEqual({ name: null, kind: 'letter' });
      expect(JSON.stringify(first)).not.toContain('Agbaje');
      const again = (second!.payload as { reason: TextDigest }).reason.sha256;
      expect(again).not.toBe(payload.reason.sha256);
      const texts = await trial.ledger.texts(trial.authority, [payload.reason.sha256, payload.files[0]!.name!.sha256, '0'.repeat(64)]);
      expect(Object.fromEntries(texts)).toEqual({
        [payload.reason.sha256]: 'Ms Agbaje said no',
        [payload.files[0]!.name!.sha256]: 'Agbaje.pdf',
      });
    });

    it('erases a text and its salt with the entry that says so, and breaks no hash', async () => {
      await trial.ledger.append(trial.group([trial.write('contract:C01', 0, review('Ms Agbaje said no', 'Agbaje.pdf'))]));
      const [before] = await trial.ledger.readStream(trial.authority, 'contract:C01');
      const { reason, files } = before!.payload as { reason: TextDigest; files: { name: TextDigest }[] };
      const erasure: NewEvent = { type: 'TextErased', businessDate: '2025-04-01', payload: { digests: [reason.sha256] } };
      const command = trial.group([trial.write('policy', 0, erasure)]);

      const stale = trial.group([trial.write('policy', 7, erasure)]);
      expect(await trial.ledger.erase(stale, [reason.sha256])).toMatchObject({ outcome: 'version conflict' });
      expect((await trial.ledger.texts(trial.authority, [reason.sha256])).size).toBe(1);

      expect(await trial.ledger.erase(command, [reason.sha256])).toMatchObject({ outcome: 'appended', position: 2 });
      expect(await trial.ledger.erase(command, [reason.sha256])).toMatchObject({ outcome: 'repeated', position: 2 });
      const texts = await trial.ledger.texts(trial.authority, [reason.sha256, files[0]!.name.sha256]);
      expect([...texts.values()]).toEqual(['Agbaje.pdf']);
      expect(await trial.ledger.readStream(trial.authority, 'contract:C01')).toEqual([before]);
      expect(await trial.ledger.verify(trial.authority)).toMatchObject({ events: 2, problems: [] });
    });

    it('keeps no text of a group that was not written, and takes those of an import', async () => {
      await trial.ledger.append(trial.oneNote('contract:C01'));
      await trial.ledger.append(trial.group([trial.write('contract:C01', 0, review('never recorded'))]));
      await trial.ledger.import(trial.batch([{ stream: 'contract:C02', event: review('imported \\N \t text') }]));
      const [imported] = await trial.ledger.readStream(trial.authority, 'contract:C02');
      const { sha256: digest } = (imported!.payload as { reason: TextDigest }).reason;
      expect((await trial.ledger.texts(trial.authority, [digest])).get(digest)).toBe('imported \\N \t text');
    });

    it('lets an event point at a text that is kept already', async () => {
      await trial.ledger.append(trial.group([trial.write('contract:C01', 0, review('kept once'))]));
      const [first] = await trial.ledger.readStream(trial.authority, 'contract:C01');
      const { reason } = first!.payload as { reason: TextDigest };
      await trial.ledger.append(trial.group([trial.write('contract:C01', 1, { type: 'Reviewed', businessDate: '2025-04-02', payload: { reason } })]));
      const [, second] = await trial.ledger.readStream(trial.authority, 'contract:C01');
      expect(second!.payload).toEqual({ reason });
    });
  });

  describe('what no record could keep', () => {
    it.each<[string, (text: string) => NewEvent, string]>([
      ['a payload', note, 'Noted.note'],
      ['an erasable text', review, 'Reviewed.reason'],
      ['an erasable text deep inside', (text) => review('fine', null, text), 'Reviewed.files[1].name'],
    ])('is refused in %s, with its path', async (_, event, path) => {
      for (const text of ['a \0 b', 'half \ud83d', '\udc00']) {
        const outcome = trial.ledger.append(trial.group([trial.write('contract:C01', 0, event(text))]));
        await expect(outcome).rejects.toThrow(Refusal);
        await expect(outcome).rejects.toMatchObject({ faults: [{ field: path }] });
      }
    });

    it('is refused in names, references and answers', async () => {
      for (const text of ['\0', '\ud83d']) {
        const refused = async (more: Partial<AppendGroup>, field: string) => {
          await expect(trial.ledger.append(trial.oneNote('contract:C01', 0, more))).rejects.toMatchObject({ name: 'Refusal', faults: [{ field }] });
        };
        await refused({ commandId: text }, 'command id');
        await refused({ actor: text }, 'actor');
        await refused({ authority: text }, 'authority');
        await refused({ writes: [trial.write(text, 0, note('x'))] }, 'stream');
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
        const outcome = trial.ledger.append(trial.group([trial.write('contract:C01', 0, { type: 'Promised', businessDate: '2025-04-01', payload })]));
        await expect(outcome).rejects.toMatchObject({ name: 'Refusal', faults: [{ field }] });
      }
      const noDay = trial.ledger.append(trial.group([trial.write('contract:C01', 0, { ...note('x'), businessDate: '2025-02-29' })]));
      await expect(noDay).rejects.toMatchObject({ name: 'Refusal', faults: [{ field: 'Noted.businessDate' }] });
      await expect(trial.ledger.append(trial.group([trial.write('contract:C01', 0, { ...note('x'), type: 'Unheard' })]))).rejects.toThrow(/Unheard/);
    });

    it('leaves the groups beside it alone', async () => {
      const outcomes = await Promise.allSettled([
        trial.ledger.append(trial.oneNote('contract:C01')),
        trial.ledger.append(trial.group([trial.write('contract:C02', 0, note('\0'))])),
        trial.ledger.append(trial.oneNote('contract:C03')),
      ]);
      expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    });
  });

  describe('old versions', () => {
    it('reads an old event in its present shape and leaves what is stored as it was', async () => {
      await trial.ledger.append(trial.group([trial.write('contract:C01', 0, promise('jobs', 3))]));
      const [before] = await trial.ledger.read(trial.authority, 0, 1);
      const later = trial.under.ledger(laterCatalogue, trial.clock);
      const [after] = await later.read(trial.authority, 0, 1);
      expect(after).toEqual({ ...before, payload: { measure: 'jobs', quantity: 3, unit: 'each' } });
      const newer: NewEvent = { type: 'Promised', businessDate: '2025-04-01', payload: { measure: 'jobs', quantity: 1, unit: 'hours' } };
      await later.append(trial.group([trial.write('contract:C01', 1, newer)]));
      expect((await later.readStream(trial.authority, 'contract:C01')).map(({ schemaVersion, payload }) => [schemaVersion, payload])).toEqual([
        [1, { measure: 'jobs', quantity: 3, unit: 'each' }],
        [2, { measure: 'jobs', quantity: 1, unit: 'hours' }],
      ]);
      expect(await trial.ledger.read(trial.authority, 0, 1)).toEqual([before]);
      await expect(trial.ledger.read(trial.authority, 1, 1)).rejects.toThrow(/version 2.*later release/s);
      expect((await later.verify(trial.authority)).problems).toEqual([]);
    });
  });

  describe('verifying', () => {
    it('goes through the whole ledger and says what it cannot find', async () => {
      await trial.ledger.append(trial.oneNote());
      await trial.ledger.import(trial.batch([{ stream: 'a', event: review('x') }, { stream: 'b', event: note('y') }]));
      const progress: [number, number][] = [];
      const result = await trial.ledger.verify(trial.authority, (position, of) => progress.push([position, of]));
      expect(result).toEqual({ authority: trial.authority, from: 1, to: 3, events: 3, problems: [], notes: expect.any(Array) as string[] });
      expect(result.notes.join(' ')).toMatch(/signed checkpoint/);
      expect(progress.at(-1)).toEqual([3, 3]);
    });

    it('finds nothing wrong with an empty ledger', async () => {
      expect(await trial.ledger.verify(trial.authority)).toMatchObject({ from: 0, to: 0, events: 0, problems: [] });
    });
  });
}
