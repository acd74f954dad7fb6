import { aCaseWithNotice, someRisk } from '../../../test/support/break-clause-answers.js';
import { atRiskTable } from './at-risk.command.js';
import { caseInWords } from './break-clauses.command.js';

describe('svl break-clauses', () => {
  it('says which notice may be due, by when, under which rule and for what (bug: only why was told)', () => {
    const due = { standing: 'may be due' as const, notice: 'UK9' as const, section: 'Procurement Act 2023, s.71(4)', event: 'not put right in the time that there was', happenedOn: '2026-06-19', by: '2026-07-18', why: 'If above the threshold.' };
    expect(caseInWords(aCaseWithNotice({ statutoryFollowUp: [due] }))).toContain(
      '\n   Publication by law: A notice UK9 may be due by 18 July 2026 under Procurement Act 2023, s.71(4): not put right in the time that there was, on 19 June 2026. If above the threshold.',
    );
  });
});

describe('svl at-risk', () => {
  const headed = (on: string, waiting: readonly string[]) => {
    const [headings = '', , row = ''] = atRiskTable([someRisk({ waiting: [...waiting] })], on).split('\n');
    const at = headings.indexOf('Last day to avert it');
    return at < 0 ? undefined : row.slice(at);
  };

  it('heads the last day to avert a breach as such (bug: “Decided by”), and says when that day has passed', () => {
    expect(headed('2026-05-14', [])).toBe('14 May 2026');
    expect(headed('2026-05-19', ['D3'])).toBe('The period ended on 14 May 2026: it rests on the authority’s review');
  });
});
