import type { Head, Ledger } from '#engine/ledger/ledger.js';
import { CommandContexts, type CommandSender } from './command-contexts.js';
import { MemoryDirectory } from './memory/memory-directory.js';

/** Of the ledger only the heads are looked at. */
const head = async (authority: string): Promise<Head | undefined> =>
  authority === 'fenmarch' ? { authority, name: 'Fenmarch', position: 0, recordedAt: null } : undefined;
const ledger = { head } as Partial<Ledger> as Ledger;
const directory = new MemoryDirectory();
const contexts = new CommandContexts(directory, ledger);
const sender: CommandSender = { commandId: 'one', actingAs: 'local operator' };

describe('The context of a command', () => {
  it('names the actor by an opaque id', async () => {
    const { actor } = await contexts.of(sender, 'fenmarch', 'close-year', {});
    expect(await directory.nameOf('fenmarch', [actor])).toEqual(new Map([[actor, 'local operator']]));
  });

  it('hashes a request alike in whatever order its fields come', async () => {
    const one = await contexts.of(sender, 'fenmarch', 'close-year', { year: '2024/25', why: 'done' });
    const other = await contexts.of({ ...sender, commandId: 'two' }, 'fenmarch', 'close-year', { why: 'done', year: '2024/25' });
    expect(one.requestHash).toMatch(/^[0-9a-f]{64}$/);
    expect(other.requestHash).toBe(one.requestHash);
  });

  it('tells requests apart by command, input and actor', async () => {
    const hashes = await Promise.all([
      contexts.of(sender, 'fenmarch', 'close-year', { year: '2024/25' }),
      contexts.of(sender, 'fenmarch', 'open-year', { year: '2024/25' }),
      contexts.of(sender, 'fenmarch', 'close-year', { year: '2023/24' }),
      contexts.of({ ...sender, actingAs: 'ann' }, 'fenmarch', 'close-year', { year: '2024/25' }),
    ]);
    expect(new Set(hashes.map(({ requestHash }) => requestHash)).size).toBe(4);
  });

  it('carries the version that the sender saw', async () => {
    expect((await contexts.of({ ...sender, ifMatch: 7 }, 'fenmarch', 'x', {})).ifMatch).toBe(7);
    expect(await contexts.of(sender, 'fenmarch', 'x', {})).not.toHaveProperty('ifMatch');
  });

  it('enters nobody in an authority that has no ledger', async () => {
    await expect(contexts.of(sender, 'nowhere', 'x', {})).rejects.toMatchObject({ kind: 'not found' });
    expect(await directory.known('nowhere', ['local operator'])).toEqual(new Map());
  });
});
