import { ANN, DAN, HOURS_EACH_QUARTER, PAT, QUARTERS, shortfallOf, SILENCE, type ContractStory, storiesIn } from '../support/contract-story.js';
import { worldInMemory } from '../support/world.js';

const CRITICAL = { ...SILENCE, condition: { kind: 'critical commitment missed' }, summary: 'A critical commitment is missed' };
const reason = 'As agreed on the telephone';

/** Bugs, each of them once: somebody was found in breach by what was agreed, or came on record, once the days were over. */
describe('What comes afterwards makes no breach of what was in order:', () => {
  const teller = storiesIn(worldInMemory);

  const promised = async (clause: object, over: object = {}, contract: object = {}): Promise<ContractStory> => {
    const story = await teller.begin(contract);
    await story.does(ANN, 'contracts/C1/commitments', { ...HOURS_EACH_QUARTER, ...over });
    await story.does(ANN, 'contracts/C1/break-clauses', clause);
    return story;
  };
  /** The hours of a quarter are reported, validated, and the return is filed. */
  const kept = async (story: ContractStory, quarter: keyof typeof QUARTERS, hours: string): Promise<void> => {
    await story.reports(quarter, hours);
    await story.validates(`K1-${quarter}`);
    expect(await story.files(quarter)).toEqual(['ReturnSubmitted']);
  };
  const variation = { because: 'variation', reason };

  it('a member that is agreed late has time from then for what was due before', async () => {
    const story = await promised(SILENCE);
    for (const [day, quarter] of [['2024-07-10', 'spring'], ['2024-10-10', 'summer']] as const) {
      story.day(day);
      await story.files(quarter);
    }
    story.day('2025-01-10');
    expect(await story.does(ANN, 'contracts/C1/members', { members: [{ provider: 'P1', share: '60' }, { provider: 'P2', share: '40' }] })).toEqual(['MembersAgreed']);
    expect(await story.sweeps()).toEqual([]);
    // the autumn’s returns are due on 29 January; those of P2 for spring and summer twenty working days after 10 January
    story.day('2025-01-30');
    expect(await story.sweeps()).toEqual(['ReturnMissed', 'ReturnMissed']);
    story.day('2025-02-07');
    expect(await story.sweeps()).toEqual([]);
    story.day('2025-02-08');
    expect(await story.sweeps()).toEqual(['ReturnMissed', 'ReturnMissed']);
    expect(await story.recorded('ReturnMissed')).toContainEqual({ provider: 'P2', ...QUARTERS.spring, dueOn: '2025-02-07', foundOn: '2025-02-08' });
  });

  it('a lead whose name was typed wrong is not silent for the time before that was mended', async () => {
    const story = await promised(SILENCE);
    story.day('2024-12-02');
    expect(await story.sweeps()).toEqual(['ReturnMissed', 'ReturnMissed', 'BreakConditionMet', 'BreakConditionMet']);
    expect(await story.does(ANN, 'contracts/C1/corrections', { lead: 'P2', reason })).toEqual(['ContractCorrected']);
    expect(await story.sweeps()).toEqual([]);
  });

  it('a commitment that becomes critical is so for targets that end from then on', async () => {
    const story = await promised(CRITICAL);
    story.day('2024-07-05');
    await kept(story, 'spring', '99');
    story.day('2024-10-04');
    await kept(story, 'summer', '99');
    story.day('2024-11-01');
    expect(await story.does(ANN, 'commitments/K1/variations', { critical: true, reason })).toEqual(['CommitmentVaried']);
    story.day('2025-01-10');
    await story.reports('autumn', '99');
    await story.validates('K1-autumn');
    expect(await story.files('autumn')).toEqual(['ReturnSubmitted', 'BreakConditionMet']);
    // one that was critical all along, and typed wrong, was so in spring and summer too
    const typedWrong = await promised(CRITICAL);
    typedWrong.day('2024-07-05');
    await kept(typedWrong, 'spring', '99');
    expect(await typedWrong.does(ANN, 'commitments/K1/corrections', { critical: true, reason })).toEqual(['CommitmentCorrected', 'BreakConditionMet']);
  });

  it('a target that is raised once its days are over is missed by no more than it was', async () => {
    const story = await promised(shortfallOf('60', 1));
    story.day('2024-07-05');
    await kept(story, 'spring', '70');
    story.day('2024-07-19');
    expect(await story.does(ANN, 'commitments/K1/variations', { targets: [{ ...QUARTERS.spring, quantity: '200' }], reason })).toEqual(['CommitmentVaried']);
    // what was typed wrong was promised all along
    expect(await story.does(ANN, 'commitments/K1/corrections', { targets: [{ ...QUARTERS.spring, quantity: '180' }], reason })).toEqual(['CommitmentCorrected']);
    const typedWrong = await promised(shortfallOf('60', 1));
    typedWrong.day('2024-07-05');
    await kept(typedWrong, 'spring', '70');
    expect(await typedWrong.does(ANN, 'commitments/K1/corrections', { targets: [{ ...QUARTERS.spring, quantity: '200' }], reason })).toEqual(['CommitmentCorrected', 'BreakConditionMet']);
  });

  it('a commitment that is made once its days are over cannot be missed in them', async () => {
    const story = await promised(CRITICAL);
    story.day('2024-07-05');
    await story.files('spring', { nil: true });
    story.day('2024-07-19');
    const placements = { reference: 'K9', measure: 'M2', critical: true, bidSentence: 'We will offer placements.', targets: [{ ...QUARTERS.spring, quantity: '5' }] };
    expect(await story.does(ANN, 'contracts/C1/commitments', placements)).toEqual(['CommitmentMade', 'TargetAgreed']);
  });

  it('a shortfall is carried, and a substitute owed, into days that are to come', async () => {
    const story = await promised(shortfallOf('60', 1));
    story.day('2024-07-05');
    await kept(story, 'spring', '60');
    story.day('2024-10-04');
    await kept(story, 'summer', '70');
    const carried = { ...QUARTERS.spring, quantity: '40', reason };
    const [fault] = await story.refused(ANN, 'commitments/K1/shortfalls-carried-forward', { ...carried, into: QUARTERS.summer });
    expect(fault).toMatchObject({ field: 'into.to', value: '2024-09-30', rule: 'must not lie before today, 2024-10-04', fix: 'Give days in which it can still be delivered.' });
    expect(await story.does(ANN, 'commitments/K1/shortfalls-carried-forward', { ...carried, into: QUARTERS.autumn })).toEqual(['ShortfallCarriedForward']);
    const [early] = await story.refused(ANN, 'commitments/K1/shortfalls-carried-forward', { ...QUARTERS.autumn, quantity: '40', into: QUARTERS.winter, reason });
    expect(early).toMatchObject({ field: 'to', rule: 'must be over, and it is 2024-10-04' });
  });

  it('a contract that goes on after its end gives time from then for what was due in between', async () => {
    const story = await teller.begin({ endsOn: '2024-08-15' });
    await story.does(ANN, 'contracts/C1/break-clauses', SILENCE);
    story.day('2024-07-10');
    await story.files('spring');
    story.day('2024-08-20');
    await story.does(PAT, 'contracts/C1/returns', { from: '2024-07-01', to: '2024-08-15', submittedOn: '2024-08-20', onlyThisContractAndPeriod: true, belongsToCommitments: true });
    story.day('2024-12-10');
    expect(await story.does(ANN, 'contracts/C1/variations', { endsOn: '2026-03-31', reason })).toEqual(['ContractVaried']);
    expect(await story.sweeps()).toEqual([]);
    // what was filed to its end stays in time; the rest of the summer is due twenty working days after 10 December
    story.day('2025-01-13');
    expect(await story.sweeps()).toEqual(['ReturnMissed']);
    expect(await story.recorded('ReturnMissed')).toEqual([expect.objectContaining({ from: '2024-08-16', to: '2024-09-30', dueOn: '2025-01-10' })]);
  });

  it.each([
    ['completed', 'completions', { completedOn: '2024-11-15' }],
    ['ended', 'terminations', { terminatedOn: '2024-11-15', ground: 'agreement', reason }],
    ['varied to end', 'variations', { endsOn: '2024-11-15', reason }],
    ['mended to end', 'corrections', { endsOn: '2024-11-15', reason }],
  ])('a return that came in time stays in time though it comes on record that the contract %s earlier', async (_how, path, body) => {
    const story = await promised(SILENCE);
    for (const [day, quarter] of [['2024-07-10', 'spring'], ['2024-10-10', 'summer'], ['2025-01-10', 'autumn']] as const) {
      story.day(day);
      await story.files(quarter);
    }
    story.day('2025-01-15');
    expect(await story.does(ANN, `contracts/C1/${path}`, body)).toEqual([expect.stringMatching(/^Contract/)]);
    expect(await story.sweeps()).toEqual([]);
    // one that had not come is due twenty working days after that came on record
    const notFiled = await promised(SILENCE);
    for (const [day, quarter] of [['2024-07-10', 'spring'], ['2024-10-10', 'summer']] as const) {
      notFiled.day(day);
      await notFiled.files(quarter);
    }
    notFiled.day('2025-01-15');
    await notFiled.does(ANN, `contracts/C1/${path}`, body);
    notFiled.day('2025-02-12');
    expect(await notFiled.sweeps()).toEqual([]);
    notFiled.day('2025-02-13');
    expect(await notFiled.sweeps()).toEqual(['ReturnMissed']);
  });

  it('a schedule that is mended or varied makes nothing late that was not due yet', async () => {
    const error = { because: 'entry error', reason };
    const quarterly = await promised(SILENCE, {}, { frequency: 'annual' });
    quarterly.day('2024-12-02');
    expect(await quarterly.does(ANN, 'contracts/C1/reporting-schedules', { frequency: 'quarterly', change: error })).toEqual(['ReportingScheduleAgreed']);
    expect(await quarterly.sweeps()).toEqual([]);
    // sixty working days were on record: a return of the spring was due on 23 September, and came on the 10th
    const sooner = await promised(SILENCE, {}, { dueWorkingDays: 60 });
    sooner.day('2024-09-10');
    await sooner.files('spring');
    expect(await sooner.does(ANN, 'contracts/C1/reporting-schedules', { frequency: 'quarterly', dueWorkingDays: 5, change: error })).toEqual(['ReportingScheduleAgreed']);
    expect(await sooner.sweeps()).toEqual([]);
    const monthly = await promised(SILENCE, {}, { frequency: 'annual' });
    monthly.day('2025-02-10');
    expect(await monthly.does(ANN, 'contracts/C1/reporting-schedules', { frequency: 'monthly', dueWorkingDays: 10, since: '2024-04-02', change: variation })).toEqual(['ReportingScheduleAgreed']);
    expect(await monthly.sweeps()).toEqual([]);
  });

  it('nobody who was silent is forgiven because something is typed wrong and mended the same day', async () => {
    const story = await promised(SILENCE);
    story.day('2024-08-12');
    await story.does(ANN, 'contracts/C1/corrections', { startsOn: '2024-07-01', reason });
    await story.does(ANN, 'contracts/C1/corrections', { startsOn: '2024-04-01', reason });
    expect(await story.sweeps()).toEqual(['ReturnMissed']);
    expect(await story.recorded('BreakConditionMet')).toMatchObject([{ breach: { ...QUARTERS.spring, dueOn: '2024-07-26' } }]);
  });

  it('a start that is mended, or a member who comes back, gives time from then', async () => {
    const earlier = await promised(SILENCE, { targets: [{ ...QUARTERS.summer, quantity: '100' }] }, { startsOn: '2024-07-01' });
    earlier.day('2024-10-10');
    await earlier.files('summer');
    earlier.day('2024-12-02');
    expect(await earlier.does(ANN, 'contracts/C1/corrections', { startsOn: '2024-04-01', reason })).toEqual(['ContractCorrected']);
    expect(await earlier.sweeps()).toEqual([]);
    const both = { members: [{ provider: 'P1', share: '60' }, { provider: 'P2', share: '40' }] };
    const back = await promised(SILENCE);
    await back.does(ANN, 'contracts/C1/members', both);
    back.day('2024-06-03');
    await back.does(ANN, 'contracts/C1/members', { members: [{ provider: 'P1', share: '100' }], change: variation });
    for (const [day, quarter] of [['2024-07-10', 'spring'], ['2024-10-10', 'summer']] as const) {
      back.day(day);
      await back.files(quarter);
    }
    back.day('2025-01-10');
    expect(await back.does(ANN, 'contracts/C1/members', { ...both, since: '2024-07-01', change: variation })).toEqual(['MembersAgreed']);
    expect(await back.sweeps()).toEqual([]);
  });

  it('what was promised beyond the contract cannot be missed in days that were over when it joined the contract', async () => {
    const story = await teller.begin();
    await story.does(ANN, 'contracts/C1/commitments', { reference: 'K1', measure: 'M1', basis: 'beyond contract', critical: true, targets: [{ ...QUARTERS.spring, quantity: '100' }] });
    await story.does(ANN, 'contracts/C1/break-clauses', CRITICAL);
    story.day('2024-07-05');
    await story.files('spring', { nil: true });
    story.day('2024-11-05');
    expect(await story.does(ANN, 'commitments/K1/variations', { basis: 'contract', bidSentence: 'We will.', reason })).toEqual(['CommitmentVaried']);
  });

  it('a commitment that is handed over waits for the return of who had it', async () => {
    const story = await promised(CRITICAL, { critical: true, provider: 'P1' });
    await story.does(ANN, 'contracts/C1/members', { members: [{ provider: 'P1', share: '60' }, { provider: 'P2', share: '40' }] });
    story.day('2024-07-05');
    await story.reports('spring', '10');
    await story.validates('K1-spring');
    await story.files('spring', { provider: 'P2', nil: true });
    expect(await story.does(ANN, 'commitments/K1/variations', { provider: 'P2', reason })).toEqual(['CommitmentVaried']);
    story.day('2024-07-27');
    expect(await story.sweeps()).toEqual(['ReturnMissed', 'BreakConditionMet']);
  });

  it('while the record says that a contract stands still, no clock of it runs', async () => {
    const story = await promised(SILENCE);
    story.day('2024-07-15');
    await story.does(ANN, 'contracts/C1/suspensions', { from: '2024-07-15', reason });
    story.day('2024-08-30');
    expect(await story.does(ANN, 'contracts/C1/resumptions', { on: '2024-07-22' })).toEqual(['ContractResumed']);
    // ten working days were left of the twenty, and ten more make a silence
    story.day('2024-09-12');
    expect(await story.sweeps()).toEqual([]);
    story.day('2024-09-13');
    expect(await story.sweeps()).toEqual(['ReturnMissed']);
    story.day('2024-09-26');
    expect(await story.sweeps()).toEqual([]);
    story.day('2024-09-27');
    expect(await story.sweeps()).toEqual(['BreakConditionMet']);
  });

  it('nor does the time to put a breach right', async () => {
    const story = await promised(SILENCE);
    story.day('2024-08-12');
    await story.sweeps();
    await story.does(ANN, 'break-clauses/B1/cases/1/confirmations');
    await story.does(ANN, 'break-clauses/B1/cases/1/notices', { form: 'letter', address: '1 Mill Lane' });
    story.day('2024-08-20');
    await story.does(ANN, 'contracts/C1/suspensions', { from: '2024-08-20', reason });
    story.day('2024-12-10');
    await story.does(ANN, 'contracts/C1/resumptions', { on: '2024-08-21' });
    const [fault] = await story.refused(DAN, 'break-clauses/B1/cases/1/invocations', { decisionReference: 'CAB/12', reason });
    // four of the twenty days had run: from 15 to 19 August; sixteen follow from 10 December on
    expect(fault).toMatchObject({ field: 'invokedOn', rule: expect.stringContaining('must not lie before 2025-01-') });
  });

  it('a clause that is varied holds for no period that has ended', async () => {
    const story = await promised(shortfallOf('60', 1));
    story.day('2024-07-05');
    await kept(story, 'spring', '70');
    story.day('2024-11-01');
    const stricter = { ...shortfallOf('90', 1), change: variation };
    for (const agreedOn of ['2024-04-01', '1950-01-01', '2024-09-30']) {
      const [fault] = await story.refused(ANN, 'contracts/C1/break-clauses', { ...stricter, agreedOn });
      expect(fault).toMatchObject({ field: 'agreedOn', rule: 'must not lie before 2024-10-01, when the running reporting period began' });
    }
    expect(await story.does(ANN, 'contracts/C1/break-clauses', { ...stricter, agreedOn: '2024-10-01' })).toEqual(['BreakClauseAgreed', expect.stringMatching('BreakConditionMet')]);
    // the summer, of which nothing was reported, by what the clause said then
    expect(await story.recorded('BreakConditionMet')).toMatchObject([{ breach: { periods: [QUARTERS.summer] } }]);
  });

  it('a case that was waived does not come back because its target is cut into months', async () => {
    const story = await promised(CRITICAL, { critical: true });
    story.day('2024-07-05');
    expect(await story.files('spring', { nil: true })).toEqual(['ReturnSubmitted', 'BreakConditionMet']);
    await story.does(ANN, 'break-clauses/B1/cases/1/confirmations');
    await story.does(ANN, 'break-clauses/B1/cases/1/waivers', { words: 'We give up our rights.' });
    const months = [['2024-04-01', '2024-04-30', '34'], ['2024-05-01', '2024-05-31', '33'], ['2024-06-01', '2024-06-30', '33']];
    const targets = [{ ...QUARTERS.spring, quantity: null }, ...months.map(([from, to, quantity]) => ({ from, to, quantity }))];
    expect(await story.does(ANN, 'commitments/K1/corrections', { targets, reason })).toEqual(['CommitmentCorrected']);
  });

  it('more time can be given once the contract is over, when its last return falls due', async () => {
    const story = await teller.begin({ endsOn: '2024-06-30' });
    await story.does(ANN, 'contracts/C1/break-clauses', SILENCE);
    story.day('2024-06-28');
    await story.does(PAT, 'contracts/C1/extension-requests', { ...QUARTERS.spring, until: '2024-08-30', reason });
    story.day('2024-07-01');
    await story.does(ANN, 'contracts/C1/completions', { completedOn: '2024-06-30' });
    expect(await story.does(ANN, 'contracts/C1/extensions', { ...QUARTERS.spring, until: '2024-08-30', reason })).toEqual(['DueDateExtended']);
    expect(await story.does(PAT, 'contracts/C1/extension-requests', { ...QUARTERS.spring, until: '2024-09-06', reason })).toEqual(['ExtensionAsked']);
  });

  it('whether more time may be asked for does not hang on whether somebody looked', async () => {
    const story = await promised(SILENCE);
    story.day('2024-08-08');
    const [fault] = await story.refused(PAT, 'contracts/C1/extension-requests', { ...QUARTERS.spring, until: '2024-08-30', reason });
    expect(fault).toMatchObject({ field: 'askedOn', value: '2024-08-08', rule: 'must not lie after 2024-07-26, when the return was due' });
    // asked in time, and typed in later
    expect(await story.does(PAT, 'contracts/C1/extension-requests', { ...QUARTERS.spring, until: '2024-08-30', askedOn: '2024-07-26', reason })).toEqual(['ExtensionAsked']);
  });

  it('damages can follow when the clause was invoked, and a credit when the breach was put right late', async () => {
    const story = await teller.begin();
    await story.does(ANN, 'contracts/C1/break-clauses', SILENCE);
    story.day('2024-08-12');
    await story.sweeps();
    await story.does(ANN, 'break-clauses/B1/cases/1/confirmations');
    await story.does(ANN, 'break-clauses/B1/cases/1/notices', { form: 'letter', address: '1 Mill Lane' });
    story.day('2024-09-18');
    await story.does(DAN, 'break-clauses/B1/cases/1/invocations', { decisionReference: 'CAB/12', reason });
    await story.does(ANN, 'contracts/C1/terminations', { terminatedOn: '2024-09-18', ground: 'break clause', because: { clause: 'B1', case: 1 }, reason });
    story.day('2024-12-02');
    expect(await story.does(ANN, 'break-clauses/B1/cases/1/remedies', { remedy: 'damages', pence: 500_000, words: 'As the court decided' })).toContain('RemedyApplied');
    const late = await teller.begin();
    await late.does(ANN, 'contracts/C1/break-clauses', SILENCE);
    late.day('2024-08-12');
    await late.sweeps();
    await late.does(ANN, 'break-clauses/B1/cases/1/confirmations');
    await late.does(ANN, 'break-clauses/B1/cases/1/put-rights', { how: 'The return came' });
    expect(await late.does(ANN, 'break-clauses/B1/cases/1/remedies', { remedy: 'credit', pence: 50_000, words: 'For two weeks' })).toEqual(['RemedyApplied']);
  });
});
