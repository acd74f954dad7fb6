import { commitmentMade, contractRegistered, deliveryReported, targetAgreed } from '../../../../test/support/facts.js';
import type { NewEvent, RecordedEvent } from '#domain/kernel/event.js';
import { eventsBehind } from './events-behind.js';

const recorded = (...facts: readonly NewEvent[]) => facts.map((fact, index) => ({ ...fact, stream: 'contract:C1', position: index + 1, version: index + 1 }) as RecordedEvent);
const of = (type: string, payload: object): NewEvent => ({ type, businessDate: '2024-07-05', payload: { commitment: 'K1', ...payload } });

/** The chain was followed for one step only: behind the second correction the report that it all began with was missing. */
describe('Behind an entry of a report that was corrected twice', () => {
  const history = recorded(
    contractRegistered(),
    commitmentMade(),
    targetAgreed('10'),
    deliveryReported(),
    deliveryReported({ report: 'D9' }),
    of('DeliveryCorrected', { report: 'D1 (2)', corrects: 'D1' }),
    of('DeliveryQueried', { report: 'D1 (2)' }),
    of('DeliveryCorrected', { report: 'D1 (3)', corrects: 'D1 (2)' }),
    of('DeliveryValidated', { report: 'D9' }),
    of('DeliveryValidated', { report: 'D1 (3)' }),
  );
  const positions = (made: RecordedEvent) => eventsBehind(history.slice(0, made.position), made, 'K1').map(({ position }) => position);

  it('stands its whole chain, and no other report', () => {
    expect(positions(history[9]!)).toEqual([2, 4, 6, 7, 8, 10]);
    expect(positions(history[7]!)).toEqual([2, 4, 6, 7, 8]);
    expect(positions(history[8]!)).toEqual([2, 5, 9]);
  });

  it('stands the promise alone, where the entry is a target’s', () => expect(positions(history[2]!)).toEqual([2, 3]));

  it('stands what made it, wherever that comes from', () => {
    const changed = { type: 'ProviderVaried', stream: 'provider:P1', position: 11, payload: {} } as RecordedEvent;
    expect(eventsBehind(history, changed, 'K1').map(({ position }) => position)).toEqual([2, 11]);
  });
});
