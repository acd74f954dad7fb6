import { createHash } from 'node:crypto';
import type { Evolution } from '#domain/kernel/decider.js';
import { refuse } from '#domain/kernel/refusal.js';
import { firstCatalogue, note } from '#engine/ledger/conformance-events.js';
import { MemoryLedger } from '#engine/ledger/memory-ledger.js';
import { CommandExecutor, type CommandContext, type Decided } from './executor.js';

/**
 * A sender who hears nothing sends again. The second one was decided while the first was being recorded, and then found
 * its own fact in the stream: it was refused (taken, or a stale If-Match) though the command had succeeded.
 */
describe('A command that is sent twice at once', () => {
  const counted: Evolution<{ readonly notes: number }> = { initial: { notes: 0 }, evolve: ({ notes }) => ({ notes: notes + 1 }) };
  const once = ({ notes }: { readonly notes: number }): Decided => {
    if (notes > 0) refuse('note', 'one', 'must be the first', 'Leave it.', 'conflict');
    return { events: [note('one')], answer: { id: 'one' } };
  };
  const context = (over: Partial<CommandContext> = {}): CommandContext => ({
    authority: 'fenmarch',
    commandId: 'key-1',
    requestHash: createHash('sha256').update('the request').digest('hex'),
    actor: 'person-1',
    ...over,
  });

  /** The twin is recorded by another process just before, or just after, this one has read the stream. */
  async function recordedMeanwhile(when: 'before' | 'after', mine: CommandContext, twin: CommandContext) {
    const ledger = new MemoryLedger({ catalogue: firstCatalogue });
    await ledger.open('fenmarch', 'Fenmarch');
    const read = ledger.readStream.bind(ledger);
    let first = true;
    ledger.readStream = async (...asked) => {
      const mineReads = first;
      first = false;
      const found = mineReads && when === 'after' ? await read(...asked) : undefined;
      if (mineReads) await new CommandExecutor(ledger).execute(twin, 'contract:C1', counted, once);
      return found ?? read(...asked);
    };
    return new CommandExecutor(ledger).execute(mine, 'contract:C1', counted, once);
  }

  describe.each(['before', 'after'] as const)('and recorded %s the stream is read', (when) => {
    it('answers the same where the decision would now refuse', async () => {
      expect(await recordedMeanwhile(when, context(), context())).toEqual({ id: 'one', position: 1, version: 1 });
    });

    it('answers the same where its If-Match is stale by its own doing', async () => {
      expect(await recordedMeanwhile(when, context({ ifMatch: 0 }), context({ ifMatch: 0 }))).toEqual({ id: 'one', position: 1, version: 1 });
    });

    it('is still refused where somebody else got there first', async () => {
      await expect(recordedMeanwhile(when, context(), context({ commandId: 'key-2' }))).rejects.toThrow('must be the first');
      await expect(recordedMeanwhile(when, context({ ifMatch: 0 }), context({ commandId: 'key-2' }))).rejects.toThrow('must be the latest version');
    });
  });
});
