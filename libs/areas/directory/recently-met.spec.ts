import { RecentlyMet } from './recently-met.js';

describe('People whom commands named a moment ago', () => {
  let now = 0;
  let looks: string[] = [];
  const met = () => new RecentlyMet(() => now);
  const look = (id: string) => () => {
    looks.push(id);
    return Promise.resolve(id);
  };
  beforeEach(() => {
    now = 0;
    looks = [];
  });

  it('are not looked up again for half a minute, and then they are: somebody may have erased them', async () => {
    const people = met();
    expect(await people.idOf('fenmarch', 'ann', look('first'))).toBe('first');
    now = 29_999;
    expect(await people.idOf('fenmarch', 'ann', look('second'))).toBe('first');
    now = 30_000;
    expect(await people.idOf('fenmarch', 'ann', look('third'))).toBe('third');
    expect(looks).toEqual(['first', 'third']);
  });

  it('are looked up once for all who ask at the same time', async () => {
    const people = met();
    const ids = await Promise.all(Array.from({ length: 5 }, () => people.idOf('fenmarch', 'ann', look('one'))));
    expect([new Set(ids).size, looks.length]).toEqual([1, 1]);
  });

  it('are told apart by authority and name', async () => {
    const people = met();
    await people.idOf('fenmarch', 'ann', look('one'));
    expect(await people.idOf('wexcombe', 'ann', look('two'))).toBe('two');
    expect(await people.idOf('fenmarch', 'bob', look('three'))).toBe('three');
  });

  it('are looked up again where the look failed', async () => {
    const people = met();
    await expect(people.idOf('fenmarch', 'ann', () => Promise.reject(new Error('no connection')))).rejects.toThrow('no connection');
    expect(await people.idOf('fenmarch', 'ann', look('one'))).toBe('one');
  });

  it('are forgotten beyond 10,000, the longest known first', async () => {
    const people = met();
    for (let person = 0; person <= 10_000; person++) await people.idOf('fenmarch', `${person}`, look(`${person}`));
    looks = [];
    await people.idOf('fenmarch', '1', look('1'));
    await people.idOf('fenmarch', '0', look('0'));
    expect(looks).toEqual(['0']);
  });
});
