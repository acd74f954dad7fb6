import { Chance } from './chance.js';

const drawn = (chance: Chance, count: number, draw: (chance: Chance) => number) => Array.from({ length: count }, () => draw(chance)).sort((a, b) => a - b);

it('Chance is the same for the same seed and names, and another for any other', () => {
  const first = (...of: Parameters<typeof Chance.of>) => drawn(Chance.of(...of), 5, (chance) => chance.next()).join();
  expect(first(1, 'contract', 2)).toBe(first(1, 'contract', 2));
  expect(new Set([first(1, 'contract', 2), first(2, 'contract', 2), first(1, 'contract', 3), first(1, 'provider', 2)]).size).toBe(4);
});

it('Chance is even', () => {
  const rolls = Chance.of(3, 'dice');
  const counts = new Array<number>(6).fill(0);
  for (let roll = 0; roll < 60_000; roll++) counts[rolls.between(1, 6) - 1]!++;
  for (const count of counts) expect(Math.abs(count - 10_000)).toBeLessThan(400);
});

it('Chance is log-normal about its median, and heavy in a Pareto tail', () => {
  const values = drawn(Chance.of(4, 'values'), 20_000, (chance) => chance.logNormal(500, 1));
  expect(values[10_000]! / 500).toBeCloseTo(1, 1);
  // one deviation above the median of a log-normal with σ = 1 is e times the median
  expect(values[Math.floor(20_000 * 0.8413)]! / 500 / Math.E).toBeCloseTo(1, 1);
  const tail = drawn(Chance.of(5, 'tail'), 20_000, (chance) => chance.pareto(1, 1.15));
  expect(tail[0]).toBeGreaterThanOrEqual(1);
  expect(tail.filter((value) => value > 10).length / 20_000).toBeCloseTo(10 ** -1.15, 2);
});

it('Chance picks by weight', () => {
  const chance = Chance.of(6, 'weights');
  const picked = Array.from({ length: 10_000 }, () => chance.weighted([[9, 'often'], [1, 'seldom'], [0, 'never']]));
  expect(picked.filter((one) => one === 'seldom').length / 10_000).toBeCloseTo(0.1, 1);
  expect(picked).not.toContain('never');
});

it('Chance has nothing in common from one name in a row to the next', () => {
  const firsts = Array.from({ length: 4_000 }, (_, number) => Chance.of(23, 'grew', `P${number}`).next());
  for (const part of [0.05, 0.12, 0.5, 0.9]) expect(Math.abs(firsts.filter((one) => one < part).length / 4_000 - part)).toBeLessThan(0.025);
  const both = firsts.filter((one, place) => one < 0.5 && firsts[place + 1]! < 0.5).length;
  expect(Math.abs(both / 4_000 - 0.25)).toBeLessThan(0.03);
});
