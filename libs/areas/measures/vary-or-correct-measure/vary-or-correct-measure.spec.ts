import { fold } from '#domain/kernel/decider.js';
import { measureDefined, measureSetEvolution } from '#domain/measures/measure-set.js';
import { decidesAnyInput } from '../../../../test/support/any-input.js';
import { aMeasure } from '../../../../test/support/facts.js';
import { givenIn } from '../../../../test/support/given.js';
import { decideMeasureChange, varyOrCorrectMeasure, type VaryOrCorrectMeasure } from './vary-or-correct-measure.decision.js';

const given = givenIn(measureSetEvolution);
const around = { today: '2025-05-01' };
const defined = { type: measureDefined.type, businessDate: '2024-04-01', payload: { terms: aMeasure() } };
const changing = (over: Partial<VaryOrCorrectMeasure>) => (state: Parameters<typeof decideMeasureChange>[0]) =>
  decideMeasureChange(state, { measure: 'M1', because: 'variation', reason: 'New national rate', ...over }, around);

describe('Stating a measure anew', () => {
  it('is a variation when it changed', () => {
    const [fact] = given(defined).when(changing({ unitValue: '11.2' })).then('MeasureVaried');
    expect(fact).toMatchObject({ payload: { terms: aMeasure({ unitValue: '11.2' }), reason: 'New national rate' } });
  });

  it('is a correction when it was typed wrong', () => {
    given(defined).when(changing({ because: 'entry error', theme: 'Jobs' })).then('MeasureCorrected');
  });

  it('keeps a measure whole', () => {
    given(defined).when(changing({ unitValue: null })).thenRefused('unitValue');
    given(defined).when(changing({ unitValue: null, money: 'none' })).then('MeasureVaried');
  });

  it('is refused when nothing is different', () => {
    given(defined).when(changing({ unitValue: '10' })).thenRefused('measure');
  });

  it('is refused for a measure that nobody defined', () => {
    expect(given().when(changing({ unit: 'day' })).thenRefused('measure').kind).toBe('not found');
  });

  it('decides or refuses anything', () => {
    decidesAnyInput(varyOrCorrectMeasure, (input) => decideMeasureChange(fold(measureSetEvolution, [defined]), input, around));
  });
});
