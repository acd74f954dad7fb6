import { StateCache } from './state-cache.js';

const state = (version: number) => ({ version, state: `after ${version} events` });

describe('The states kept for commands', () => {
  it('leave when the events behind them are too many: the least recently used first', () => {
    const cache = new StateCache(3 * (100 + 8));
    for (const stream of ['a', 'b', 'c']) cache.set('fenmarch', stream, state(100));
    cache.get('fenmarch', 'a');
    cache.set('fenmarch', 'd', state(100));
    expect(['a', 'b', 'c', 'd'].filter((stream) => cache.get('fenmarch', stream))).toEqual(['a', 'c', 'd']);
  });

  it('weigh more the longer their streams are: a long one takes the room of many', () => {
    const cache = new StateCache(1_000);
    for (let stream = 0; stream < 50; stream++) cache.set('fenmarch', `short ${stream}`, state(12));
    cache.set('fenmarch', 'long', state(600));
    const left = Array.from({ length: 50 }, (_, stream) => cache.get('fenmarch', `short ${stream}`)).filter(Boolean);
    expect(left).toHaveLength(19);
    expect(cache.get('fenmarch', 'long')).toEqual(state(600));
  });

  it('weigh something even where nothing has happened yet', () => {
    const cache = new StateCache(80);
    for (let stream = 0; stream < 100; stream++) cache.set('fenmarch', `${stream}`, state(0));
    expect(Array.from({ length: 100 }, (_, stream) => cache.get('fenmarch', `${stream}`)).filter(Boolean)).toHaveLength(10);
  });

  it('are not all driven out by one that is too heavy to be kept', () => {
    const cache = new StateCache(100);
    cache.set('fenmarch', 'a', state(10));
    cache.set('fenmarch', 'b', state(10));
    cache.set('fenmarch', 'b', state(500));
    expect(cache.get('fenmarch', 'a')).toEqual(state(10));
    expect(cache.get('fenmarch', 'b')).toBeUndefined();
  });

  it('take the place of earlier ones of their stream, and are told apart by authority', () => {
    const cache = new StateCache(200);
    for (let version = 1; version <= 90; version++) cache.set('fenmarch', 'a', state(version));
    cache.set('wexcombe', 'a', state(90));
    expect(cache.get('fenmarch', 'a')).toEqual(state(90));
    expect(cache.get('wexcombe', 'a')).toEqual(state(90));
  });
});
