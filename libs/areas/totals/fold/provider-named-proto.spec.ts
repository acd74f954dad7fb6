import { contractRegistered } from '../../../../test/support/facts.js';
import { held } from '#domain/kernel/lookup.js';
import type { RecordedEvent } from '#domain/kernel/event.js';
import { foldAuthority, nothingKnown } from './shared.js';

/** Nobody forbids these references. The contracts of `__proto__` were forgotten, and a change of its type moved nothing. */
describe('A provider whose reference is a name that every object has', () => {
  it.each(['__proto__', 'constructor', 'P01'])('%s keeps its contracts', (lead) => {
    const register = (stream: string) => ({ ...contractRegistered({ lead }), stream }) as RecordedEvent;
    const one = foldAuthority(nothingKnown, register('contract:C1'));
    const two = foldAuthority(JSON.parse(JSON.stringify(one)) as typeof one, register('contract:C2'));
    expect(held(two.contractsOf, lead)).toEqual(['contract:C1', 'contract:C2']);
    expect(foldAuthority(two, register('contract:C2'))).toBe(two);
  });
});
