import { fold } from '#domain/kernel/decider.js';
import type { Refusal } from '#domain/kernel/refusal.js';
import { measureSetEvolution } from '#domain/measures/measure-set.js';
import { decidesAnyInput } from '../../../../test/support/any-input.js';
import { aMeasure } from '../../../../test/support/facts.js';
import { decideImportMeasures, importMeasures, type ImportMeasures } from './import-measures.decision.js';

const around = { today: '2025-05-01' };
const pack = (measures: object[], change: ImportMeasures['change'] = null): ImportMeasures => importMeasures.parse({ measures, change });
const first = decideImportMeasures(measureSetEvolution.initial, pack([aMeasure(), aMeasure({ measure: 'M2' })]), around);
const state = fold(measureSetEvolution, first.events);

describe('Importing a pack of measures', () => {
  it('defines what is new', () => {
    expect(first).toMatchObject({ defined: ['M1', 'M2'], changed: [], unchanged: [] });
    expect(Object.keys(state.measures)).toEqual(['M1', 'M2']);
  });

  it('changes nothing when the same file comes again', () => {
    const again = decideImportMeasures(state, pack([aMeasure(), aMeasure({ measure: 'M2' })]), around);
    expect(again).toEqual({ events: [], defined: [], changed: [], unchanged: ['M1', 'M2'] });
  });

  it('needs to be told why a measure differs', () => {
    const differing = [aMeasure({ unitValue: '12' })];
    expect(() => decideImportMeasures(state, pack(differing), around)).toThrow('measures[0].measure: differs from the measure that stands');
    const told = decideImportMeasures(state, pack(differing, { because: 'entry error', reason: 'A slip' }), around);
    expect(told.events.map(({ type }) => type)).toEqual(['MeasureCorrected']);
  });

  it('names the faults of every row at once', () => {
    try {
      decideImportMeasures(state, pack([aMeasure({ measure: 'M3', kind: 'text' }), aMeasure({ measure: 'M4' }), aMeasure({ measure: 'M4' })]), around);
      throw new Error('It was not refused.');
    } catch (error) {
      expect((error as Refusal).faults.map(({ field }) => field)).toEqual([
        'measures[0].combine',
        'measures[0].money',
        'measures[0].unitValue',
        'measures[2].measure',
      ]);
    }
  });

  it('decides or refuses anything', () => {
    decidesAnyInput(importMeasures, (input) => decideImportMeasures(state, input, around).events);
  });
});
