import { ANN, type ContractStory, PAT, QUARTERS, SILENCE, storiesIn } from '../support/contract-story.js';
import { type World, worldInMemory, worldOnPostgres } from '../support/world.js';

/* Returns that are due, came, were missed; told day by day. The spring return of 2024 is due on Friday 26 July. */
describe.each<[string, () => World | Promise<World>]>([
  ['in memory', () => worldInMemory()],
  ['on PostgreSQL', () => worldOnPostgres()],
])('Stories of returns, %s:', (_where, open) => {
  const teller = storiesIn(open);
  const withClause = async (contract: object = {}): Promise<ContractStory> => {
    const story = await teller.begin(contract);
    await story.does(ANN, 'contracts/C1/break-clauses', SILENCE);
    return story;
  };
  const spring = { provider: 'P1', ...QUARTERS.spring };

  it('missed returns are recorded once, however often the sweep runs', async () => {
    const story = await teller.begin();
    story.day('2024-07-26');
    expect(await story.sweeps()).toEqual([]);
    story.day('2024-07-27');
    expect(await story.sweeps()).toEqual(['ReturnMissed']);
    expect(await story.sweeps()).toEqual([]);
    story.day('2024-10-28');
    expect(await story.sweeps()).toEqual([]);
    story.day('2024-10-29');
    await Promise.all([story.sweeps(), story.sweeps(), story.sweeps()]);
    expect(await story.recorded('ReturnMissed')).toEqual([
      { ...spring, dueOn: '2024-07-26', foundOn: '2024-07-27' },
      { provider: 'P1', ...QUARTERS.summer, dueOn: '2024-10-28', foundOn: '2024-10-29' },
    ]);
  });

  it('the sweep looks at days that have come only', async () => {
    const story = await teller.begin();
    story.day('2024-07-26');
    const [fault] = await story.refused(ANN, 'missed-returns', { on: '2024-07-27' });
    expect(fault).toMatchObject({ field: 'on', rule: 'must not be after today, 2024-07-26' });
  });

  it('a return filed late after it was missed breaks the silence, and is asked about no more', async () => {
    const story = await withClause();
    story.day('2024-07-29');
    expect(await story.sweeps()).toEqual(['ReturnMissed']);
    story.day('2024-08-09');
    expect(await story.files('spring', { nil: true })).toEqual(['ReturnSubmitted']);
    story.day('2024-08-12');
    expect(await story.sweeps()).toEqual([]);
    expect(await story.recorded('ReturnMissed')).toHaveLength(1);
    const [fault] = await story.refused(PAT, 'contracts/C1/extension-requests', { ...QUARTERS.spring, until: '2024-09-30', reason: 'More is to come' });
    expect(fault).toMatchObject({ field: 'from', rule: 'must be of a return that has not come, and P1 submitted it on 2024-08-09' });
  });

  it('a return during an extension is in time', async () => {
    const story = await withClause();
    story.day('2024-07-22');
    const asked = { ...QUARTERS.spring, until: '2024-08-09', reason: 'Our manager is ill' };
    expect(await story.does(PAT, 'contracts/C1/extension-requests', asked)).toEqual(['ExtensionAsked']);
    // the question has no answer yet: the delay is the authority’s
    story.day('2024-07-29');
    expect(await story.sweeps()).toEqual([]);
    story.day('2024-07-30');
    expect(await story.does(ANN, 'contracts/C1/extensions', asked)).toEqual(['DueDateExtended']);
    story.day('2024-08-09');
    expect(await story.sweeps()).toEqual([]);
    expect(await story.files('spring', { nil: true })).toEqual(['ReturnSubmitted']);
    story.day('2024-08-30');
    expect(await story.sweeps()).toEqual([]);
  });

  it('an extension that runs out is missed on its own day, and silence says that there was one', async () => {
    const story = await withClause();
    story.day('2024-07-22');
    await story.does(ANN, 'contracts/C1/extensions', { ...QUARTERS.spring, until: '2024-08-09', reason: 'Illness' });
    story.day('2024-08-12');
    expect(await story.sweeps()).toEqual(['ReturnMissed']);
    // ten working days after 9 August
    story.day('2024-08-23');
    expect(await story.sweeps()).toEqual([]);
    story.day('2024-08-24');
    expect(await story.sweeps()).toEqual(['BreakConditionMet']);
    expect(await story.recorded('BreakConditionMet')).toMatchObject([{ breach: { dueOn: '2024-08-09', silentThrough: '2024-08-23', extended: true, remindersDelivered: 0 } }]);
  });

  it('an extension that was refused leaves the day as it was', async () => {
    const story = await withClause();
    story.day('2024-07-22');
    await story.does(PAT, 'contracts/C1/extension-requests', { ...QUARTERS.spring, until: '2024-08-30', reason: 'Holidays' });
    story.day('2024-08-05');
    expect(await story.does(ANN, 'contracts/C1/extension-refusals', { ...QUARTERS.spring, reason: 'The third time' })).toEqual(['ExtensionRefused']);
    expect(await story.sweeps()).toEqual([]);
    story.day('2024-08-06');
    expect(await story.sweeps()).toEqual(['ReturnMissed']);
    expect(await story.recorded('ReturnMissed')).toEqual([{ ...spring, dueOn: '2024-07-26', foundOn: '2024-08-06' }]);
  });

  it('an extension that was refused late makes nobody silent before it could have known', async () => {
    const story = await withClause();
    story.day('2024-07-22');
    await story.does(PAT, 'contracts/C1/extension-requests', { ...QUARTERS.spring, until: '2024-08-30', reason: 'Holidays' });
    story.day('2024-10-01');
    expect(await story.does(ANN, 'contracts/C1/extension-refusals', { ...QUARTERS.spring, reason: 'The third time' })).toEqual(['ExtensionRefused']);
    // ten working days after 1 October
    story.day('2024-10-15');
    expect(await story.sweeps()).toEqual(['ReturnMissed']);
    story.day('2024-10-16');
    expect(await story.sweeps()).toEqual(['BreakConditionMet']);
    expect(await story.recorded('BreakConditionMet')).toMatchObject([{ breach: { dueOn: '2024-07-26', silentThrough: '2024-10-15', extensionRefused: true } }]);
  });

  it('a missed return that is set aside counts for nothing', async () => {
    const story = await withClause();
    story.day('2024-07-29');
    await story.sweeps();
    const aside = { ...QUARTERS.spring, reason: 'It was sent to an address that we had closed' };
    expect(await story.does(ANN, 'contracts/C1/missed-returns-set-aside', aside)).toEqual(['MissedReturnSetAside']);
    story.day('2024-08-30');
    expect(await story.sweeps()).toEqual([]);
    expect(await story.refused(ANN, 'contracts/C1/missed-returns-set-aside', aside)).toMatchObject([{ field: 'from' }]);
  });

  it('a bank holiday moves a due date in Scotland only', async () => {
    const monthly = { startsOn: '2026-05-01', endsOn: '2026-05-31', frequency: 'monthly' };
    const story = await teller.begin(monthly);
    await story.does(ANN, 'contracts', {
      ...{ reference: 'C2', title: 'Home care in the north', directorate: 'Adults', lead: 'P1', manager: ANN, valuePence: 100_000_000 },
      ...{ ...monthly, jurisdiction: 'scotland' },
    });
    // twenty working days after 31 May: Friday 26 June; without 15 June, Monday 29 June
    story.day('2026-06-27');
    expect(await story.sweeps()).toEqual(['ReturnMissed']);
    story.day('2026-06-29');
    expect(await story.sweeps()).toEqual([]);
    story.day('2026-06-30');
    expect(await story.sweeps()).toEqual(['ReturnMissed']);
    expect(await story.recorded('ReturnMissed')).toMatchObject([{ dueOn: '2026-06-26' }, { dueOn: '2026-06-29' }]);
  });

  it('a bank holiday that is proclaimed moves what is still to come', async () => {
    const story = await teller.begin();
    story.day('2024-07-01');
    const wedding = { from: '2024-07-15', through: '2024-07-15', holidays: [{ date: '2024-07-15', name: 'A royal wedding' }] };
    await story.does(ANN, 'bank-holidays', { jurisdiction: 'england-and-wales', ...wedding });
    story.day('2024-07-29');
    expect(await story.sweeps()).toEqual([]);
    story.day('2024-07-30');
    await story.sweeps();
    expect(await story.recorded('ReturnMissed')).toMatchObject([{ dueOn: '2024-07-29' }]);
  });

  it('nothing falls due while the contract is suspended, and all of it later after', async () => {
    const story = await withClause();
    story.day('2024-07-15');
    expect(await story.does(ANN, 'contracts/C1/suspensions', { from: '2024-07-15', reason: 'The building is flooded' })).toEqual(['ContractSuspended']);
    story.day('2024-08-30');
    expect(await story.sweeps()).toEqual([]);
    story.day('2024-09-02');
    expect(await story.does(ANN, 'contracts/C1/resumptions', { on: '2024-09-02' })).toEqual(['ContractResumed']);
    // ten working days to Friday 12 July, and ten from Monday 2 to Friday 13 September
    story.day('2024-09-13');
    expect(await story.sweeps()).toEqual([]);
    story.day('2024-09-14');
    await story.sweeps();
    expect(await story.recorded('ReturnMissed')).toMatchObject([{ dueOn: '2024-09-13' }]);
  });

  it('a schedule that is varied in mid-year holds from the next period', async () => {
    const story = await teller.begin();
    story.day('2024-08-15');
    const monthly = { frequency: 'monthly', dueWorkingDays: 5, change: { because: 'variation', reason: 'Quarters are too seldom' } };
    expect(await story.does(ANN, 'contracts/C1/reporting-schedules', monthly)).toEqual(['ReportingScheduleAgreed']);
    story.day('2024-11-08');
    await story.sweeps();
    expect(await story.recorded('ReturnMissed')).toMatchObject([
      { ...QUARTERS.spring, dueOn: '2024-07-26' },
      { ...QUARTERS.summer, dueOn: '2024-10-28' },
      // five working days after Thursday 31 October
      { from: '2024-10-01', to: '2024-10-31', dueOn: '2024-11-07' },
    ]);
  });
});
