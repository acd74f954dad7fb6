import type { MeasureTerms } from '#domain/measures/measure.js';
import type { Refusal } from '#domain/kernel/refusal.js';
import { aMeasure } from '../../../test/support/facts.js';
import { checkMeasure } from './check-measure.js';

function faultsOf(over: Partial<MeasureTerms>): readonly string[] {
  try {
    checkMeasure(aMeasure(over));
    return [];
  } catch (error) {
    return (error as Refusal).faults.map(({ field }) => field);
  }
}

describe('A measure', () => {
  it.each<Partial<MeasureTerms>>([
    { kind: 'FTE', combine: 'sum', money: 'estimate', unitValue: '21345.6789' },
    { kind: 'hours x people', combine: 'sum', money: 'estimate', unitValue: '16.9325' },
    { kind: 'number', combine: 'latest', money: 'estimate', unitValue: '1000.5' },
    { kind: 'number', combine: 'sum', money: 'none', unitValue: null },
    { kind: 'number', combine: 'never', money: 'none', unitValue: null },
    { kind: 'money', combine: 'sum', money: 'cash', unitValue: '1' },
    { kind: 'money', combine: 'sum', money: 'in kind', unitValue: '1.0000' },
    { kind: 'money', combine: 'sum', money: 'none', unitValue: null },
    { kind: 'percentage', combine: 'never', money: 'none', unitValue: null },
    { kind: 'text', combine: 'never', money: 'none', unitValue: null },
  ])('is taken as %j', (over) => expect(faultsOf(over)).toEqual([]));

  it.each<[Partial<MeasureTerms>, string[]]>([
    [{ kind: 'text', combine: 'sum', money: 'cash', unitValue: '1' }, ['combine', 'money', 'unitValue']],
    [{ kind: 'percentage', combine: 'latest', money: 'none', unitValue: null }, ['combine']],
    [{ kind: 'percentage', combine: 'never', money: 'none', unitValue: '5' }, ['unitValue']],
    [{ kind: 'FTE', combine: 'latest' }, ['combine']],
    [{ kind: 'number', money: 'none', unitValue: '10' }, ['money']],
    [{ kind: 'number', money: 'estimate', unitValue: null }, ['unitValue']],
    [{ kind: 'money', money: 'cash', unitValue: null }, ['unitValue']],
    [{ kind: 'money', money: 'cash', unitValue: '2' }, ['unitValue']],
    [{ kind: 'number', money: 'estimate', unitValue: '0' }, ['unitValue']],
    [{ kind: 'number', combine: 'never', money: 'estimate', unitValue: '10' }, ['unitValue']],
  ])('is refused as %j', (over, fields) => expect(faultsOf(over)).toEqual(fields));
});
