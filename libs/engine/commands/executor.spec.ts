import { createHash } from 'node:crypto';
import type { Evolution } from '#domain/kernel/decider.js';
import { refuse } from '#domain/kernel/refusal.js';
import { firstCatalogue, note } from '#engine/ledger/conformance-events.js';
import { MemoryLedger } from '#engine/ledger/memory-ledger.js';
import { CommandExecutor, type CommandContext, type Decided } from './executor.js';

interface Notes {
  readonly notes: number;
}
const counted: Evolution<Notes> = { initial: { notes: 0 }, evolve: ({ notes }) => ({ notes: notes + 1 }) };
const stream = 'contract:C1';

const context = (commandId: string, over: Partial<CommandContext> = {}): CommandContext => ({
  ...{ authority: 'fenmarch', commandId, actor: 'person-1' },
  requestHash: createHash('sha256').update(commandId).digest('hex'),
  ...over,
});
/** Decides, and notes on which states it was asked to. */
const noting = (decide: (state: Notes) => Decided) => {
  const on: number[] = [];
  return { on, decide: (state: Notes): Decided => (on.push(state.notes), decide(state)) };
};
const oneMore = ({ notes }: Notes): Decided => ({ events: [note(`${notes + 1}`)], answer: { id: `${notes + 1}` } });

/** A ledger of Fenmarch, and what was asked of it. */
class WatchedLedger extends MemoryLedger {
  readonly asked: string[] = [];
  /** Done before each append of the command `mine`. */
  before: () => Promise<void> = () => Promise.resolve();

  override recorded(...asked: Parameters<MemoryLedger['recorded']>) {
    this.asked.push('recorded');
    return super.recorded(...asked);
  }
  override readStream(...asked: Parameters<MemoryLedger['readStream']>) {
    this.asked.push('readStream');
    return super.readStream(...asked);
  }
  override async append(group: Parameters<MemoryLedger['append']>[0]) {
    this.asked.push('append');
    if (group.commandId === 'mine') await this.before();
    return super.append(group);
  }
}

let ledger: WatchedLedger;
let executor: CommandExecutor;
/** Somebody in another process. */
let elsewhere: CommandExecutor;

beforeEach(async () => {
  ledger = new WatchedLedger({ catalogue: firstCatalogue });
  await ledger.open('fenmarch', 'Fenmarch');
  executor = new CommandExecutor(ledger);
  elsewhere = new CommandExecutor(ledger);
});

describe('A command on a stream whose state is at hand', () => {
  it('asks the ledger once: to append', async () => {
    await executor.execute(context('first'), stream, counted, oneMore);
    ledger.asked.length = 0;
    expect(await executor.execute(context('mine'), stream, counted, oneMore)).toEqual({ id: '2', position: 2, version: 2 });
    expect(ledger.asked).toEqual(['append']);
  });
});

describe('A command on a stream that somebody else writes too', () => {
  /** So many others are recorded, one before each append of `mine`. */
  const rivals = (count: number) => {
    let left = count;
    ledger.before = async () => {
      if (left-- > 0) await elsewhere.execute(context(`rival ${left}`), stream, counted, oneMore);
    };
  };
  /** Sends `mine`, and notes on what it is decided. */
  const mine = (over: Partial<CommandContext> = {}) => {
    const { on, decide } = noting(oneMore);
    return { on, answered: executor.execute(context('mine', over), stream, counted, decide) };
  };

  it('is decided again on the fresh state, five times', async () => {
    rivals(5);
    const { on, answered } = mine();
    expect(await answered).toEqual({ id: '6', position: 6, version: 6 });
    expect(on).toEqual([0, 1, 2, 3, 4, 5]);
  });

  it('is refused as a conflict when the stream has not stood still by then, and may be sent again', async () => {
    rivals(6);
    const { on, answered } = mine();
    await expect(answered).rejects.toMatchObject({ kind: 'conflict', faults: [{ field: 'version', rule: 'must stand still while a command is decided' }] });
    expect(on).toHaveLength(6);
    expect(await mine().answered).toEqual({ id: '7', position: 7, version: 7 });
  });

  it('is never decided again on what its sender has not seen', async () => {
    rivals(1);
    const { on, answered } = mine({ ifMatch: 0 });
    await expect(answered).rejects.toMatchObject({ kind: 'stale', faults: [{ field: 'If-Match', value: '0' }] });
    expect(on).toEqual([0]);
  });

  it('is not refused for what a state at hand still holds', async () => {
    const none = ({ notes }: Notes): Decided => (notes === 1 ? refuse('note', '1', 'must not be there', 'Wait.') : oneMore({ notes }));
    await executor.execute(context('first'), stream, counted, oneMore);
    await elsewhere.execute(context('second'), stream, counted, oneMore);
    expect(await executor.execute(context('mine'), stream, counted, none)).toMatchObject({ id: '3', version: 3 });
  });
});

describe('A command that is sent again', () => {
  const first = { id: '1', position: 1, version: 1 };
  const again = (decide: (state: Notes) => Decided, over: Partial<CommandContext> = {}) => executor.execute(context('mine', over), stream, counted, decide);
  beforeEach(async () => {
    await again(oneMore);
    await executor.execute(context('later'), stream, counted, oneMore);
  });

  it.each<[string, (state: Notes) => Decided]>([
    ['would decide something else now', () => ({ events: [note('else')], answer: { id: 'else' } })],
    ['would now be refused', () => refuse('note', 'one', 'must be the first', 'Leave it.')],
    ['would have nothing to state now', () => ({ events: [] })],
    ['would fail now', () => {
      throw new Error('Out of cheese');
    }],
  ])('answers as it did where it %s', async (_what, decide) => {
    expect(await again(decide)).toEqual(first);
    expect(await again(decide, { ifMatch: 0 })).toEqual(first);
    expect((await ledger.head('fenmarch'))?.position).toBe(2);
  });

  it('is told that its key stands for another request, whatever that would come to', async () => {
    const another = { requestHash: '0'.repeat(64) };
    const told = { faults: [{ field: 'Idempotency-Key', value: 'mine' }] };
    await expect(again(oneMore, another)).rejects.toMatchObject(told);
    await expect(again(() => refuse('note', 'one', 'must be the first', 'Leave it.'), another)).rejects.toMatchObject(told);
  });
});

describe('A command whose answer was lost on the way', () => {
  const lost = () => {
    const append = ledger.append.bind(ledger);
    ledger.append = async (group) => {
      await append(group);
      throw new Error('Connection terminated');
    };
  };

  it('is answered where it turns out to be recorded', async () => {
    lost();
    expect(await executor.execute(context('mine'), stream, counted, oneMore)).toEqual({ id: '1', position: 1, version: 1 });
  });

  it('fails as it failed where nobody can tell', async () => {
    lost();
    ledger.recorded = () => Promise.reject(new Error('There is no connection'));
    await expect(executor.execute(context('mine'), stream, counted, oneMore)).rejects.toThrow('Connection terminated');
  });
});

describe('Commands on one stream that are sent at once', () => {
  it('take turns: each is decided once, on what those before it recorded', async () => {
    const { on, decide } = noting(oneMore);
    const answers = await Promise.all(Array.from({ length: 20 }, (_, n) => executor.execute(context(`command ${n}`), stream, counted, decide)));
    expect(answers.map(({ version }) => version)).toEqual(Array.from({ length: 20 }, (_, n) => n + 1));
    expect(on).toEqual(Array.from({ length: 20 }, (_, n) => n));
  });

  it('go on after one that is refused, and do not wait for those on other streams', async () => {
    let decided: (decided: Decided) => void = () => undefined;
    const slow = executor.execute(context('slow'), 'contract:C2', counted, () => new Promise<Decided>((resolve) => (decided = resolve)));
    const refused = executor.execute(context('refused'), stream, counted, () => refuse('note', '', 'must not be', 'Leave it.'));
    const next = executor.execute(context('next'), stream, counted, oneMore);
    await expect(refused).rejects.toThrow('must not be');
    expect(await next).toMatchObject({ version: 1 });
    decided(oneMore({ notes: 0 }));
    expect(await slow).toMatchObject({ version: 1 });
  });
});
