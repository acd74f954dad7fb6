import { refuseNoChange, restated, sameTerms } from './restated.js';

describe('Terms stated anew', () => {
  const terms = { title: 'Home care', tags: ['a'], factors: { deadweight: '1', leakage: null } };

  it('keep what the change does not mention', () => {
    expect(restated(terms, { title: 'Care at home', tags: undefined })).toEqual({ ...terms, title: 'Care at home' });
  });

  it('are the same however their properties are ordered, and differ in one of them', () => {
    expect(sameTerms(terms, { factors: { leakage: null, deadweight: '1' }, tags: ['a'], title: 'Home care' })).toBe(true);
    expect(sameTerms(terms, { ...terms, tags: ['a', 'b'] })).toBe(false);
    expect(sameTerms(terms, { ...terms, factors: { deadweight: '1', leakage: '0' } } as unknown as typeof terms)).toBe(false);
  });

  it('are refused when nothing is different', () => {
    expect(() => refuseNoChange('contract', 'C1')).toThrow('must change in something');
  });
});
