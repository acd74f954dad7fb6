import { ANN, HOURS_EACH_QUARTER, PAT, QUARTERS, storiesIn } from '../support/contract-story.js';
import { worldInMemory } from '../support/world.js';

const reason = 'As agreed on the telephone';

describe('What a return says is the member’s own (bugs, each of them once):', () => {
  const teller = storiesIn(worldInMemory);

  it('nothing is said by the only provider over reports of its own', async () => {
    const story = await teller.begin();
    await story.does(ANN, 'contracts/C1/commitments', HOURS_EACH_QUARTER);
    story.day('2024-07-05');
    await story.reports('spring', '100');
    const nil = { ...QUARTERS.spring, nil: true, submittedOn: '2024-07-05', onlyThisContractAndPeriod: true, belongsToCommitments: true };
    const [fault] = await story.refused(PAT, 'contracts/C1/returns', nil);
    expect(fault).toMatchObject({ field: 'nil', rule: 'must not be said of a period with delivery reports: K1-spring' });
  });

  it('what a provider adds that has handed over since stays its own', async () => {
    const story = await teller.begin();
    await story.does(ANN, 'contracts/C1/commitments', HOURS_EACH_QUARTER);
    story.day('2024-07-01');
    await story.does(ANN, 'contracts/C1/variations', { lead: 'P2', reason });
    story.day('2024-07-10');
    const added = { commitment: 'K1', ...QUARTERS.spring, quantity: '100', reportedOn: '2024-07-10' };
    await story.does(PAT, 'contracts/C1/returns', { ...QUARTERS.spring, provider: 'P1', deliveries: [added], submittedOn: '2024-07-10', onlyThisContractAndPeriod: true, belongsToCommitments: true });
    const [report] = (await story.recorded('DeliveryReported')) as { report: string; provider: string }[];
    expect(report).toMatchObject({ provider: 'P1' });
    expect(await story.recorded('ReturnSubmitted')).toEqual([expect.objectContaining({ provider: 'P1', lists: [report!.report] })]);
  });

  it('nobody says early on that a quarter will bring nothing', async () => {
    const story = await teller.begin();
    const nil = { ...QUARTERS.spring, nil: true, onlyThisContractAndPeriod: true, belongsToCommitments: true };
    const [fault] = await story.refused(PAT, 'contracts/C1/returns', { ...nil, submittedOn: '2024-04-02' });
    expect(fault).toMatchObject({ field: 'submittedOn', rule: 'must not lie more than 14 days before the period ends, on 2024-06-30' });
    story.day('2024-06-27');
    expect(await story.does(PAT, 'contracts/C1/returns', { ...nil, submittedOn: '2024-06-27' })).toEqual(['ReturnSubmitted']);
  });
});
