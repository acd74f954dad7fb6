import { textInLine, textsBehind } from './texts-behind.js';

const said = (facts: Readonly<Record<string, string>>) => textsBehind({ facts: Object.entries(facts).map(([field, value]) => ({ field, value })) }).map(textInLine);

describe('The texts behind an entry', () => {
  it('are what people wrote, each with what it is', () => {
    expect(said({ 'change.reason': 'Counted twice', report: 'D1', bidSentence: 'Two school leavers a year.' })).toEqual(['Reason: “Counted twice”', 'Sentence of the bid: “Two school leavers a year.”']);
  });

  it('say so where they were erased', () => {
    expect(said({ reason: 'erased' })).toEqual(['Reason: erased']);
  });

  it('say of a step of a plan by when it was agreed', () => {
    expect(said({ 'steps[0].by': '2026-06-05', 'steps[0].step': 'A tutor is found', 'steps[1].step': 'She starts', 'steps[1].by': '2026-07-03' })).toEqual([
      'Step, by 5 June 2026: “A tutor is found”',
      'Step, by 3 July 2026: “She starts”',
    ]);
  });
});
