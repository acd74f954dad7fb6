import { measureSetEvolution } from '#domain/measures/measure-set.js';
import { decidesAnyInput } from '../../../../test/support/any-input.js';
import { aMeasure } from '../../../../test/support/facts.js';
import { givenIn } from '../../../../test/support/given.js';
import { decideDefineMeasure, defineMeasure } from './define-measure.decision.js';

const given = givenIn(measureSetEvolution);
const around = { today: '2025-05-01' };
const defining = (over: object = {}) => (state: Parameters<typeof decideDefineMeasure>[0]) =>
  decideDefineMeasure(state, defineMeasure.parse({ ...aMeasure(), ...over }), around);

describe('Defining a measure', () => {
  it('brings it into the authority’s set', () => {
    const [fact] = given().when(defining()).then('MeasureDefined');
    expect(fact).toMatchObject({ businessDate: '2025-05-01', payload: { terms: aMeasure() } });
  });

  it('takes blanks for not said', () => {
    const spend = { measure: 'M8', name: 'Local people', theme: 'Jobs', outcome: 'Work', unit: 'percent', kind: 'percentage', combine: 'never', money: 'none' };
    expect(defineMeasure.parse(spend)).toMatchObject({ unitValue: null, valueSource: '', factors: { deadweight: null }, tags: [] });
  });

  it('keeps a reference for one measure', () => {
    const error = given(...defining()(measureSetEvolution.initial)).when(defining({ name: 'Other' })).thenRefused('measure');
    expect(error.kind).toBe('conflict');
  });

  it('takes a reference that objects inherit', () => {
    given().when(defining({ measure: 'constructor' })).then('MeasureDefined');
    given().when(defining({ measure: '__proto__' })).then('MeasureDefined');
  });

  it('refuses what contradicts itself', () => {
    given().when(defining({ kind: 'text' })).thenRefused('combine', 'money', 'unitValue');
  });

  it('decides or refuses anything', () => {
    decidesAnyInput(defineMeasure, (input) => decideDefineMeasure(measureSetEvolution.initial, input, around));
  });
});
