import fc from 'fast-check';
import { Kept } from './kept.js';

describe('things kept by name', () => {
  it('leave the copy before a change as it was', () => {
    const none = Kept.none<number>();
    const one = none.with('D1', 1);
    const two = one.with('D2', 2);
    const changed = two.with('D1', 10);
    expect([none, one, two, changed].map((kept) => kept.toJSON())).toEqual([
      [],
      [['D1', 1]],
      [['D1', 1], ['D2', 2]],
      [['D1', 10], ['D2', 2]],
    ]);
    expect([one.get('D2'), two.get('D2'), none.has('D1'), two.size]).toEqual([undefined, 2, false, 2]);
  });

  it('may take any name, also those that every object has', () => {
    const kept = Kept.none<string>().with('__proto__', 'one').with('constructor', 'two');
    expect([kept.get('__proto__'), kept.get('constructor'), kept.get('toString')]).toEqual(['one', 'two', undefined]);
    expect(kept.names()).toEqual(['__proto__', 'constructor']);
  });

  it('come back out of their JSON', () => {
    const kept = Kept.none<number>().with('a', 1).with('b', 2);
    expect(Kept.of(JSON.parse(JSON.stringify(kept)) as [string, number][]).values()).toEqual([1, 2]);
  });

  it('go far back without running out of stack', () => {
    const first = Kept.none<number>();
    let last = first;
    for (let i = 0; i < 100_000; i += 1) last = last.with(`D${i}`, i);
    expect([first.size, last.size, first.size]).toEqual([0, 100_000, 0]);
  });

  it('are, whatever is changed and asked in whatever order, what copied maps are', () => {
    const step = fc.record({ from: fc.nat(), name: fc.constantFrom('a', 'b', 'c', 'd'), value: fc.nat(9), ask: fc.nat() });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        const kept = [Kept.none<number>()];
        const copied = [new Map<string, number>()];
        for (const { from, name, value, ask } of steps) {
          const at = from % kept.length;
          kept.push(kept[at]!.with(name, value));
          copied.push(new Map(copied[at]).set(name, value));
          expect(kept[ask % kept.length]!.toJSON()).toEqual([...copied[ask % kept.length]!]);
        }
        kept.forEach((one, i) => expect(one.toJSON()).toEqual([...copied[i]!]));
      }),
    );
  });
});
