import { ANN, type ContractStory, DAN, HOURS_EACH_QUARTER, QUARTERS, shortfallOf, SILENCE, storiesIn } from '../support/contract-story.js';
import { type World, worldInMemory, worldOnPostgres } from '../support/world.js';

/*
 * What becomes of a condition that was met; told day by day. No return came for spring 2024: the condition was found to be
 * met on Monday 12 August and confirmed on the 14th; the letter was posted on Thursday the 15th and counts as served on
 * Monday the 19th; twenty working days to put it right, without the bank holiday of the 26th, end on Tuesday 17 September.
 */
describe.each<[string, () => World | Promise<World>]>([
  ['in memory', () => worldInMemory()],
  ['on PostgreSQL', () => worldOnPostgres()],
])('Stories of break clauses, %s:', (_where, open) => {
  const teller = storiesIn(open);

  const letter = { form: 'letter', address: '1 Mill Lane' };
  const decision = { decisionReference: 'Cabinet, 17 September 2024, minute 14', reason: 'No return has come' };
  const firstCase = 'break-clauses/B1/cases/1';
  const silent = async (clause: object = {}): Promise<ContractStory> => {
    const story = await teller.begin();
    await story.does(ANN, 'contracts/C1/break-clauses', { ...SILENCE, ...clause });
    story.day('2024-08-12');
    expect(await story.sweeps()).toEqual(['ReturnMissed', 'BreakConditionMet']);
    return story;
  };
  const served = async (clause: object = {}): Promise<ContractStory> => {
    const story = await silent(clause);
    story.day('2024-08-14');
    expect(await story.does(ANN, `${firstCase}/confirmations`)).toEqual(['BreakClauseTriggered']);
    story.day('2024-08-15');
    expect(await story.does(ANN, `${firstCase}/notices`, letter)).toEqual(['BreachNoticeServed']);
    return story;
  };
  const tooEarly = (day: string, lastDay: string) => [
    {
      field: 'invokedOn',
      rule: `must not lie before ${day}, the day after the time to put the breach right runs out (${lastDay})`,
      fix: `It may be invoked from ${day}.`,
    },
  ];

  it('a condition set aside: nothing follows from it', async () => {
    const story = await silent();
    expect(await story.does(ANN, `${firstCase}/set-asides`, { reason: 'It was in the post' })).toEqual(['BreakConditionSetAside']);
    expect(await story.refused(ANN, `${firstCase}/confirmations`)).toMatchObject([{ field: 'case', rule: 'must be open, but it was set aside on 12 August 2024' }]);
    story.day('2024-08-30');
    expect(await story.sweeps()).toEqual([]);
  });

  it('service deemed two working days after posting', async () => {
    const story = await silent();
    story.day('2024-08-14');
    await story.does(ANN, `${firstCase}/confirmations`);
    // posted on a Friday, it counts as served on Tuesday the 20th, and the time runs out on Wednesday 18 September
    story.day('2024-08-16');
    await story.does(ANN, `${firstCase}/notices`, letter);
    story.day('2024-09-18');
    expect(await story.refused(DAN, `${firstCase}/invocations`, decision)).toMatchObject(tooEarly('2024-09-19', '2024-09-18'));
    story.day('2024-09-19');
    expect(await story.does(DAN, `${firstCase}/invocations`, decision)).toEqual(['BreakClauseInvoked']);
  });

  it('invoked a day early: refused, with the date on which it may be', async () => {
    const story = await served();
    story.day('2024-09-17');
    expect(await story.refused(DAN, `${firstCase}/invocations`, decision)).toMatchObject(tooEarly('2024-09-18', '2024-09-17'));
    story.day('2024-09-18');
    expect(await story.does(DAN, `${firstCase}/invocations`, decision)).toEqual(['BreakClauseInvoked']);
    expect(await story.recorded('BreakClauseInvoked')).toMatchObject([{ clause: 'B1', case: 1, invokedOn: '2024-09-18', decisionReference: decision.decisionReference }]);
  });

  it('invoked by the person who confirmed it: refused', async () => {
    const story = await served();
    story.day('2024-09-18');
    const [fault] = await story.refused(ANN, `${firstCase}/invocations`, decision);
    expect(fault).toMatchObject({ field: 'invokedBy', rule: 'must be somebody else than the person who confirmed the case', fix: 'Have a second authorised person invoke it.' });
  });

  it('invoked without a notice: refused', async () => {
    const story = await silent();
    story.day('2024-08-14');
    await story.does(ANN, `${firstCase}/confirmations`);
    story.day('2024-12-02');
    expect(await story.refused(DAN, `${firstCase}/invocations`, decision)).toMatchObject([{ field: 'case', rule: 'must have a notice that was served' }]);
  });

  it('put right on the last day', async () => {
    const story = await served();
    story.day('2024-08-20');
    const plan = { steps: [{ step: 'File the spring return', by: '2024-09-17' }] };
    expect(await story.does(ANN, `${firstCase}/improvement-plans`, plan)).toEqual(['ImprovementPlanAgreed']);
    story.day('2024-09-17');
    expect(await story.files('spring', { nil: true })).toEqual(['ReturnSubmitted']);
    expect(await story.does(ANN, `${firstCase}/put-rights`, { how: 'The return came' })).toEqual(['BreachPutRight']);
    story.day('2024-09-18');
    expect(await story.refused(DAN, `${firstCase}/invocations`, decision)).toMatchObject([{ field: 'case', rule: 'must be open, but it was put right on 17 September 2024' }]);
  });

  it('a remedy short of ending leaves the other rights reserved', async () => {
    const story = await served();
    story.day('2024-09-02');
    expect(await story.does(ANN, `${firstCase}/remedies`, { remedy: 'credit', pence: 50_000, words: 'A service credit' })).toEqual(['RemedyApplied']);
    story.day('2024-09-18');
    expect(await story.does(DAN, `${firstCase}/invocations`, decision)).toEqual(['BreakClauseInvoked']);
  });

  it('waived and met again', async () => {
    const story = await served();
    story.day('2024-09-02');
    expect(await story.does(ANN, `${firstCase}/waivers`, { words: 'We give up our rights from this breach, and from no other.' })).toEqual(['BreakClauseWaived']);
    story.day('2024-09-18');
    expect(await story.refused(DAN, `${firstCase}/invocations`, decision)).toMatchObject([{ field: 'case', rule: 'must be open, but it was waived on 2 September 2024' }]);
    // spring stays silent and is waived; summer was due on 28 October, and is silent through 11 November
    story.day('2024-11-11');
    expect(await story.sweeps()).toEqual(['ReturnMissed']);
    story.day('2024-11-12');
    expect(await story.sweeps()).toEqual(['BreakConditionMet']);
    expect(await story.recorded('BreakConditionMet')).toMatchObject([{ case: 1, breach: QUARTERS.spring }, { case: 2, breach: QUARTERS.summer }]);
    expect(await story.does(ANN, 'break-clauses/B1/cases/2/confirmations')).toEqual(['BreakClauseTriggered']);
  });

  it('suspended in mid-clock', async () => {
    const story = await served();
    story.day('2024-09-09');
    await story.does(ANN, 'contracts/C1/suspensions', { from: '2024-09-09', reason: 'The building is flooded' });
    story.day('2024-09-13');
    expect(await story.refused(DAN, `${firstCase}/invocations`, decision)).toMatchObject([
      { field: 'invokedOn', rule: 'must not lie in a suspension, in which the time to put the breach right stands still', fix: 'Resume the contract; the time goes on from there.' },
    ]);
    story.day('2024-09-16');
    await story.does(ANN, 'contracts/C1/resumptions', { on: '2024-09-16' });
    // 13 working days to 6 September, and seven more from Monday 16 to Tuesday 24 September
    story.day('2024-09-24');
    expect(await story.refused(DAN, `${firstCase}/invocations`, decision)).toMatchObject(tooEarly('2024-09-25', '2024-09-24'));
    story.day('2024-09-25');
    expect(await story.does(DAN, `${firstCase}/invocations`, decision)).toEqual(['BreakClauseInvoked']);
  });

  it('the clause varied in mid-year', async () => {
    const story = await served();
    story.day('2024-09-02');
    const change = { because: 'variation', reason: 'Deed of variation 1' };
    const varied = { ...SILENCE, condition: { kind: 'silence', workingDaysLate: 5 }, timeToPutRightWorkingDays: 5, deemedServiceWorkingDays: 0, change };
    expect(await story.does(ANN, 'contracts/C1/break-clauses', varied)).toEqual(['BreakClauseAgreed']);
    // the case of spring keeps the time that the clause gave when it happened
    story.day('2024-09-10');
    expect(await story.refused(DAN, `${firstCase}/invocations`, decision)).toMatchObject(tooEarly('2024-09-18', '2024-09-17'));
    // summer is judged by the new words: due on 28 October, silent through 4 November
    story.day('2024-11-04');
    expect(await story.sweeps()).toEqual(['ReturnMissed']);
    story.day('2024-11-05');
    expect(await story.sweeps()).toEqual(['BreakConditionMet']);
    expect(await story.recorded('BreakConditionMet')).toMatchObject([{ breach: { silentThrough: '2024-08-09' } }, { case: 2, breach: { silentThrough: '2024-11-04' } }]);
    await story.does(ANN, 'break-clauses/B1/cases/2/confirmations');
    await story.does(ANN, 'break-clauses/B1/cases/2/notices', letter);
    // served on the day itself, five working days end on Tuesday 12 November
    story.day('2024-11-12');
    expect(await story.refused(DAN, 'break-clauses/B1/cases/2/invocations', decision)).toMatchObject(tooEarly('2024-11-13', '2024-11-12'));
  });

  it('a validation withdrawn after the trigger: the record shows both, and a person decides', async () => {
    const story = await teller.begin();
    await story.does(ANN, 'contracts/C1/commitments', HOURS_EACH_QUARTER);
    await story.does(ANN, 'contracts/C1/break-clauses', shortfallOf('60', 1));
    story.day('2024-07-05');
    await story.reports('spring', '90');
    const half = { decision: 'part validated', quantity: '50', reason: 'Forty hours have no sheets' };
    expect(await story.validates('K1-spring', half)).toEqual(['DeliveryValidated']);
    expect(await story.files('spring')).toEqual(['ReturnSubmitted', 'BreakConditionMet']);
    await story.does(ANN, `${firstCase}/confirmations`);
    // the sheets turn up
    story.day('2024-07-15');
    expect(await story.does(ANN, 'delivery-reports/K1-spring/validation-withdrawals', { reason: 'The sheets were in our own post room' })).toEqual(['ValidationWithdrawn']);
    expect(await story.validates('K1-spring')).toEqual(['DeliveryValidated']);
    expect([await story.recorded('BreakConditionMet'), await story.recorded('BreakClauseTriggered'), await story.recorded('ValidationWithdrawn')].map(({ length }) => length)).toEqual([1, 1, 1]);
    // nothing undid the case: it is open until a person sets it aside
    expect(await story.does(ANN, `${firstCase}/notices`, letter)).toEqual(['BreachNoticeServed']);
    expect(await story.does(ANN, `${firstCase}/set-asides`, { reason: 'The hours were given after all' })).toEqual(['BreakConditionSetAside']);
    story.day('2024-07-29');
    expect(await story.sweeps()).toEqual([]);
    expect(await story.refused(DAN, `${firstCase}/invocations`, decision)).toMatchObject([{ field: 'case', rule: 'must be open, but it was set aside on 15 July 2024' }]);
  });

  it('a contract ended by a clause that was invoked', async () => {
    const story = await served();
    const ending = { terminatedOn: '2024-09-20', ground: 'break clause', because: { clause: 'B1', case: 1 }, reason: 'No return has come' };
    story.day('2024-09-20');
    expect(await story.refused(ANN, 'contracts/C1/terminations', ending)).toMatchObject([{ field: 'because', rule: 'must be a case of this contract that was invoked' }]);
    // invoking ends nothing by itself
    expect(await story.does(DAN, `${firstCase}/invocations`, decision)).toEqual(['BreakClauseInvoked']);
    expect(await story.does(ANN, 'contracts/C1/terminations', ending)).toEqual(['ContractTerminated']);
    expect(await story.refused(ANN, 'contracts/C1/commitments', HOURS_EACH_QUARTER)).toMatchObject([{ field: 'contract', rule: 'must not have been ended, and it was on 2024-09-20' }]);
    // the return of the last days is still owed: twenty working days after 20 September
    story.day('2024-10-18');
    expect(await story.sweeps()).toEqual([]);
    story.day('2024-10-19');
    expect(await story.sweeps()).toEqual(['ReturnMissed']);
    expect((await story.recorded('ReturnMissed')).at(-1)).toEqual({ provider: 'P1', from: '2024-07-01', to: '2024-09-20', dueOn: '2024-10-18', foundOn: '2024-10-19' });
    story.day('2025-06-30');
    expect((await story.sweeps()).filter((type) => type === 'ReturnMissed')).toEqual([]);
  });
});
