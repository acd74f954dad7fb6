import { emptyGround, smallWorkbook, type StatedWorkbook, withRow } from '../../../../test/support/workbook.js';

const TODAY = '2026-06-30';
const agreedLater = withRow(smallWorkbook, 'break_clauses', 0, { agreed_on: '3 June 2026' });
const varied = { kind: 'variation', reason: 'Deed of variation 2' } as const;
const typedWrong = { kind: 'entry-error', reason: 'Mistyped' } as const;

/** Imports one workbook, or then another that comes again. */
async function imported(first: StatedWorkbook, again?: StatedWorkbook, asked: object = {}) {
  const ground = emptyGround(TODAY);
  let answer = await ground.import(first);
  if (again) answer = await ground.import(again, asked);
  const agreed = (await ground.events()).filter(({ type }) => type === 'BreakClauseAgreed');
  return { answer, agreed: agreed.map(({ businessDate, payload }) => ({ businessDate, since: (payload as { since?: string }).since })) };
}

/** A workbook could not say when a clause was agreed, and one agreed in mid-contract judged what came before it. */
describe('A break clause that was agreed while the contract ran', () => {
  it('holds from that day, and from the contract’s start where nothing is said', async () => {
    expect((await imported(agreedLater)).agreed).toEqual([{ businessDate: '2026-06-03', since: '2026-06-03' }]);
    expect((await imported(smallWorkbook)).agreed).toEqual([{ businessDate: '2024-04-01', since: undefined }]);
  });

  it('varied in another cell holds as varied from today, not from the day on which it was first agreed', async () => {
    const { agreed } = await imported(agreedLater, withRow(agreedLater, 'break_clauses', 0, { below_percent: '70' }), varied);
    expect(agreed[1]).toEqual({ businessDate: TODAY, since: TODAY });
  });

  it('mended in another cell is dated as before, and with the contract’s start once the day was emptied', async () => {
    // without a day the event mends what was typed wrong, and the clause keeps its day
    const { agreed } = await imported(agreedLater, withRow(agreedLater, 'break_clauses', 0, { below_percent: '70' }), typedWrong);
    expect(agreed[1]).toMatchObject({ since: undefined });
    expect((await imported(agreedLater, smallWorkbook, typedWrong)).agreed[1]).toEqual({ businessDate: '2024-04-01', since: '2024-04-01' });
  });

  it('is refused tomorrow, and before the day from which it holds already', async () => {
    const { answer } = await imported(withRow(smallWorkbook, 'break_clauses', 0, { agreed_on: '2026-07-01' }));
    expect(answer.problems).toEqual([expect.objectContaining({ sheet: 'break_clauses', row: 2, column: 'agreed_on', rule: `must not be after today, ${TODAY}` })]);
    const earlier = await imported(agreedLater, withRow(agreedLater, 'break_clauses', 0, { agreed_on: '2026-06-02', below_percent: '70' }), varied);
    expect(earlier.answer.problems).toEqual([expect.objectContaining({ column: 'agreed_on', rule: 'must not lie before 2026-06-03, from which day the clause holds as it stands' })]);
  });
});
