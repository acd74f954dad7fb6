import { ANN, type ContractStory, HOURS_EACH_QUARTER, PAT, QUARTERS, shortfallOf, SILENCE, storiesIn } from '../support/contract-story.js';
import { type World, worldInMemory, worldOnPostgres } from '../support/world.js';

/* When the condition of a break clause is met, and when it is not; told day by day. */
describe.each<[string, () => World | Promise<World>]>([
  ['in memory', () => worldInMemory()],
  ['on PostgreSQL', () => worldOnPostgres()],
])('Stories of the conditions of break clauses, %s:', (_where, open) => {
  const teller = storiesIn(open);

  /** 100 hours are due each quarter, and a clause bites when less than 60% is validated for so many. */
  const promised = async (consecutivePeriods: number, over: object = {}): Promise<ContractStory> => {
    const story = await teller.begin();
    await story.does(ANN, 'contracts/C1/commitments', { ...HOURS_EACH_QUARTER, ...over });
    await story.does(ANN, 'contracts/C1/break-clauses', shortfallOf('60', consecutivePeriods));
    return story;
  };
  /** In spring 50 of the 100 hours came, were reviewed, and the return was filed: half is too little. */
  const shortSpring = async (story: ContractStory): Promise<void> => {
    story.day('2024-07-05');
    expect(await story.reports('spring', '50')).toEqual(['DeliveryReported']);
    expect(await story.validates('K1-spring')).toEqual(['DeliveryValidated']);
    story.day('2024-07-10');
    expect(await story.files('spring')).toEqual(['ReturnSubmitted']);
  };
  const short = (quarter: keyof typeof QUARTERS, keptPence: number, duePence = 100_000) => ({ ...QUARTERS[quarter], duePence, keptPence, unvaluedDue: 0, unvaluedPercent: null });

  it('shortfall over two periods', async () => {
    const story = await promised(2);
    await shortSpring(story);
    story.day('2024-10-04');
    await story.reports('summer', '40');
    story.day('2024-10-07');
    expect(await story.files('summer')).toEqual(['ReturnSubmitted']);
    // the review and the condition that it meets are one act
    story.day('2024-10-09');
    expect(await story.validates('K1-summer')).toEqual(['DeliveryValidated', 'BreakConditionMet']);
    expect(await story.recorded('BreakConditionMet')).toEqual([
      { clause: 'B1', case: 1, breach: { kind: 'shortfall', periods: [short('spring', 50_000), short('summer', 40_000)] }, metOn: '2024-10-09' },
    ]);
    story.day('2024-10-29');
    expect(await story.sweeps()).toEqual([]);
    // nothing follows from it by itself
    const [fault] = await story.refused(ANN, 'break-clauses/B1/cases/1/notices', { form: 'letter', address: '1 Mill Lane' });
    expect(fault).toMatchObject({ field: 'case', rule: 'must have been confirmed by a person' });
  });

  it('shortfall in one period and enough in the next', async () => {
    const story = await promised(2);
    await shortSpring(story);
    story.day('2024-10-04');
    await story.reports('summer', '60');
    await story.validates('K1-summer');
    expect(await story.files('summer')).toEqual(['ReturnSubmitted']);
    story.day('2024-10-29');
    expect(await story.sweeps()).toEqual([]);
  });

  it('a nil return clears no shortfall', async () => {
    const story = await promised(2);
    await shortSpring(story);
    story.day('2024-10-07');
    expect(await story.files('summer', { nil: true })).toEqual(['ReturnSubmitted', 'BreakConditionMet']);
  });

  it('silence', async () => {
    const story = await teller.begin();
    await story.does(ANN, 'contracts/C1/break-clauses', SILENCE);
    story.day('2024-07-29');
    expect(await story.sweeps()).toEqual(['ReturnMissed']);
    story.day('2024-08-09');
    expect(await story.sweeps()).toEqual([]);
    story.day('2024-08-12');
    expect(await story.sweeps()).toEqual(['BreakConditionMet']);
    expect(await story.sweeps()).toEqual([]);
    expect(await story.recorded('BreakConditionMet')).toEqual([
      {
        ...{ clause: 'B1', case: 1, metOn: '2024-08-12' },
        breach: {
          ...{ kind: 'silence', provider: 'P1', ...QUARTERS.spring, dueOn: '2024-07-26', silentThrough: '2024-08-09' },
          // no reminder is known to have been delivered, and the record says so
          ...{ extended: false, extensionRefused: false, remindersDelivered: 0 },
        },
      },
    ]);
  });

  it('a consortium member’s silence', async () => {
    const story = await teller.begin();
    await story.does(ANN, 'contracts/C1/members', { members: [{ provider: 'P1', share: '60' }, { provider: 'P2', share: '40' }] });
    await story.does(ANN, 'contracts/C1/break-clauses', SILENCE);
    story.day('2024-07-10');
    await story.files('spring', { nil: true });
    story.day('2024-07-29');
    expect(await story.sweeps()).toEqual(['ReturnMissed']);
    story.day('2024-08-12');
    expect(await story.sweeps()).toEqual(['BreakConditionMet']);
    expect(await story.recorded('BreakConditionMet')).toMatchObject([{ breach: { provider: 'P2' } }]);
    // the lead cannot speak for it: its own return must come
    story.day('2024-08-13');
    await story.does(PAT, 'contracts/C1/returns', { provider: 'P2', ...QUARTERS.spring, nil: true, submittedOn: '2024-08-13', onlyThisContractAndPeriod: true, belongsToCommitments: true });
    expect(await story.sweeps()).toEqual([]);
  });

  it('a critical commitment missed', async () => {
    const story = await teller.begin();
    await story.does(ANN, 'contracts/C1/commitments', { ...HOURS_EACH_QUARTER, critical: true });
    await story.does(ANN, 'contracts/C1/break-clauses', { ...SILENCE, condition: { kind: 'critical commitment missed' }, summary: 'The hours are critical' });
    story.day('2024-07-05');
    await story.reports('spring', '99');
    await story.validates('K1-spring');
    expect(await story.files('spring')).toEqual(['ReturnSubmitted', 'BreakConditionMet']);
    const breach = { kind: 'critical commitment missed', commitment: 'K1', ...QUARTERS.spring, due: '100', validated: '99' };
    expect(await story.recorded('BreakConditionMet')).toEqual([{ clause: 'B1', case: 1, breach, metOn: '2024-07-05' }]);
    story.day('2024-08-30');
    expect(await story.sweeps()).toEqual([]);
  });

  it('a backlog of the authority’s own reviews meets no condition', async () => {
    const story = await promised(1);
    story.day('2024-07-05');
    await story.reports('spring', '10');
    expect(await story.files('spring')).toEqual(['ReturnSubmitted']);
    story.day('2024-10-04');
    await story.reports('summer', '10');
    expect(await story.files('summer')).toEqual(['ReturnSubmitted']);
    story.day('2025-01-20');
    expect(await story.sweeps()).toEqual([]);
    // a question is no decision, and neither is its answer
    expect(await story.validates('K1-spring', { decision: 'queried', method: null, reason: 'Which sessions?' })).toEqual(['DeliveryQueried']);
    expect(await story.does(PAT, 'delivery-reports/K1-spring/answers', { answer: 'Those on Tuesdays', answeredOn: '2025-01-20' })).toEqual(['QueryAnswered']);
    expect(await story.sweeps()).toEqual([]);
    expect(await story.validates('K1-spring')).toEqual(['DeliveryValidated', 'BreakConditionMet']);
    expect(await story.recorded('BreakConditionMet')).toMatchObject([{ breach: { periods: [short('spring', 10_000)] } }]);
  });

  it('a correction pending meets no condition', async () => {
    const story = await promised(2);
    await shortSpring(story);
    story.day('2024-10-04');
    await story.reports('summer', '40');
    expect(await story.validates('K1-summer')).toEqual(['DeliveryValidated']);
    const correction = { reference: 'K1-summer-b', ...QUARTERS.summer, quantity: '95', reportedOn: '2024-10-04', reason: 'A sheet was left out' };
    expect(await story.does(PAT, 'delivery-reports/K1-summer/corrections', correction)).toEqual(['DeliveryCorrected']);
    expect(await story.files('summer')).toEqual(['ReturnSubmitted']);
    story.day('2025-01-20');
    expect(await story.sweeps()).toEqual([]);
    expect(await story.validates('K1-summer-b')).toEqual(['DeliveryValidated']);
    expect(await story.sweeps()).toEqual([]);
  });

  it('a shortfall carried forward and a substitute agreed are not short, and are owed where they went', async () => {
    const story = await promised(1);
    await story.does(ANN, 'contracts/C1/commitments', { reference: 'K2', measure: 'M2', bidSentence: 'We will offer placements.', targets: [] });
    story.day('2024-07-05');
    await story.reports('spring', '50');
    await story.validates('K1-spring');
    const carried = { ...QUARTERS.spring, quantity: '50', into: QUARTERS.summer, reason: 'The college starts in September' };
    expect(await story.does(ANN, 'commitments/K1/shortfalls-carried-forward', carried)).toEqual(['ShortfallCarriedForward']);
    expect(await story.files('spring')).toEqual(['ReturnSubmitted']);
    // 150 hours are owed in summer; 60 of them become 12 placements in autumn, and 60 are two thirds of the 90 that are left
    story.day('2024-10-04');
    await story.reports('summer', '60');
    await story.validates('K1-summer');
    const substitute = { ...QUARTERS.summer, quantity: '60', by: { commitment: 'K2', ...QUARTERS.autumn, quantity: '12' }, reason: 'No volunteers are to be had' };
    expect(await story.does(ANN, 'commitments/K1/substitutes', substitute)).toEqual(['SubstituteAgreed']);
    expect(await story.files('summer')).toEqual(['ReturnSubmitted']);
    // in autumn 100 hours at £10 and 12 placements at £50 are due: £800 of £1,600 are half
    story.day('2025-01-10');
    await story.reports('autumn', '80');
    await story.validates('K1-autumn');
    expect(await story.files('autumn')).toEqual(['ReturnSubmitted', 'BreakConditionMet']);
    expect(await story.recorded('BreakConditionMet')).toMatchObject([{ breach: { periods: [short('autumn', 80_000, 160_000)] } }]);
  });

  it('more than was due of one commitment never offsets less of another', async () => {
    const story = await promised(1);
    const placements = { reference: 'K2', measure: 'M2', bidSentence: 'We will offer placements.', targets: [{ ...QUARTERS.spring, quantity: '20' }] };
    await story.does(ANN, 'contracts/C1/commitments', placements);
    story.day('2024-07-05');
    await story.reports('spring', '60', 'K2');
    await story.validates('K2-spring');
    // £1,000 of hours and £1,000 of placements were due; of the hours nothing came, and placements for £3,000
    expect(await story.files('spring')).toEqual(['ReturnSubmitted', 'BreakConditionMet']);
    expect(await story.recorded('BreakConditionMet')).toMatchObject([{ breach: { periods: [short('spring', 100_000, 200_000)] } }]);
  });
});
