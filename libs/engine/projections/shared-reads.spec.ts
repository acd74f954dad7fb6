import { counted, ToyLedger } from '../../../test/support/toy-ledger.js';
import { SharedReads } from './shared-reads.js';

describe('reads that projections share', () => {
  const many = (n: number): ReturnType<typeof counted>[] => Array.from({ length: n }, () => counted('a', 1));

  async function counting(): Promise<{ reads: SharedReads; toyLedger: ToyLedger; asked: () => number }> {
    const toyLedger = new ToyLedger();
    await toyLedger.append('fenmarch', ...many(100));
    let asked = 0;
    const read = toyLedger.ledger.read.bind(toyLedger.ledger);
    toyLedger.ledger.read = (...args) => {
      asked += 1;
      return read(...args);
    };
    return { reads: new SharedReads(toyLedger.ledger), toyLedger, asked: () => asked };
  }

  it('are made once for those who come together, or one soon after the other', async () => {
    const { reads, asked } = await counting();
    const [one, other] = await Promise.all([reads.read('fenmarch', 0, 10), reads.read('fenmarch', 0, 10)]);
    expect(one).toBe(other);
    expect(await reads.read('fenmarch', 0, 10)).toBe(one);
    expect(asked()).toBe(1);
    expect((await reads.read('fenmarch', 10, 10)).at(0)?.position).toBe(11);
    expect(asked()).toBe(2);
  });

  it('see what has come since', async () => {
    const { reads, toyLedger } = await counting();
    expect(await reads.read('fenmarch', 95, 10)).toHaveLength(5);
    await toyLedger.append('fenmarch', ...many(2));
    expect(await reads.read('fenmarch', 95, 10)).toHaveLength(7);
  });

  it('are not remembered for long, nor when they failed', async () => {
    const { reads, toyLedger, asked } = await counting();
    for (let at = 0; at < 60; at += 10) await reads.read('fenmarch', at, 10);
    await reads.read('fenmarch', 0, 10);
    expect(asked()).toBe(7);
    const { read } = toyLedger.ledger;
    toyLedger.ledger.read = () => Promise.reject(new Error('cut'));
    await expect(reads.read('fenmarch', 70, 10)).rejects.toThrow('cut');
    toyLedger.ledger.read = read;
    expect(await reads.read('fenmarch', 70, 10)).toHaveLength(10);
  });
});
