import type { ContractAnswer } from '#areas/registers/index.js';
import type { ToldEvent } from '#areas/timeline/index.js';
import { aMeasure } from '../../../../test/support/facts.js';
import { noPence, notValued, someTotals } from '../../../../test/support/totals-answers.js';
import { noFactors } from '#domain/measures/measure.js';
import type { Frame } from '../page-frame/page-frame.js';
import { commitmentView } from './commitment.view.js';
import { seeContractView } from './see-contract.view.js';
import { toldEventView } from '../told-events/told-event.view.js';
import { readTimeline, type TypedTimeline } from './see-timeline.asking.js';
import { seeTimelineView } from './see-timeline.view.js';

type Commitment = ContractAnswer['commitments'][number];

const frame: Frame = {
  code: 'fenmarch',
  head: { authority: 'fenmarch', name: 'Fenmarch', position: 9, recordedAt: null },
  authority: { code: 'fenmarch', name: 'Fenmarch' },
  navigation: [],
  notices: [],
};
const openDoor = { reference: 'P03', name: 'Open Door' };
const inHours = Object.fromEntries(Object.keys(noPence).map((figure) => [figure, '1500.50'])) as Omit<Commitment['quantities'][number], 'measure' | 'unit'>;
const commitment = (over: Partial<Commitment> = {}): Commitment => ({
  reference: 'K06',
  measure: aMeasure(),
  provider: openDoor,
  basis: 'contract',
  critical: false,
  bidSentence: 'We advise small groups.',
  bidReference: '4.2',
  evidenceRequired: ['payroll', 'sign-in sheet'],
  place: '',
  beneficiaryGroup: 'young people',
  beneficiaryAgency: 'DWP',
  priority: '',
  tags: [],
  factors: noFactors,
  withdrawn: false,
  targets: [{ from: '2025-04-01', to: '2026-03-31', quantity: '1500' }],
  pence: { ...noPence, committed: 1_500_050 },
  quantities: [{ measure: 'M1', unit: 'hour', ...inHours }],
  reports: 3,
  undecidedReports: 1,
  ...over,
});
const contract = (over: Partial<ContractAnswer> = {}): ContractAnswer => ({
  reference: 'C03',
  version: 30,
  title: 'Befriending',
  directorate: 'Public health',
  provider: openDoor,
  manager: 'Sam Osei',
  startsOn: '2024-04-01',
  endsOn: '2026-03-31',
  valuePence: 18_000_000,
  jurisdiction: 'england-and-wales',
  regime: 'provider-selection-regime',
  status: 'running',
  completedOn: null,
  completionReason: null,
  terminatedOn: null,
  suspendedSince: null,
  schedule: { frequency: 'annual', dueWorkingDays: 20, periodEnds: [], since: null },
  members: [{ provider: openDoor, share: '100' }],
  commitments: [],
  returns: [],
  breakClauses: [],
  lastRecordedAt: '2026-05-20T12:00:00.000Z',
  figuresPosition: 9,
  dueOn: '2026-05-20',
  ...over,
});
const event = (version: number): ToldEvent => ({
  position: version + 100,
  eventId: `event-${version}`,
  event: 'DeliveryReported',
  title: 'Delivery reported',
  sentence: 'Open Door reported 10 hours of Volunteering hours (K06) for April to June 2026.',
  stream: 'contract:C03',
  version,
  businessDate: '2026-05-19',
  recordedAt: '2026-05-20T12:00:00.000Z',
  actor: 'Sam Osei',
  facts: [],
});
const viewOf = (over: Partial<ContractAnswer> = {}) => seeContractView({ frame, contract: contract(over), byYear: someTotals(), latest: [event(29), event(30)] });

describe('the page of a contract', () => {
  it('says what the contract says, in words', () => {
    const { terms, members } = viewOf();
    expect(Object.fromEntries(terms.map(({ key, value }) => [key, value]))).toEqual({
      Provider: 'Open Door (P03)',
      Directorate: 'Public health',
      'Contract manager': 'Sam Osei',
      Runs: '1 April 2024 to 31 March 2026',
      'Value over its life': '£180,000.00',
      'Let under': 'provider selection regime',
      Returns: 'annual, due 20 working days after a period ends',
      Status: 'running',
      'Last recorded': '20 May 2026 at 1:00pm',
    });
    expect(members).toBeUndefined();
  });

  it('says when and why it was completed, and who delivers in what shares', () => {
    const { terms, members } = viewOf({
      status: 'completed',
      completedOn: '2026-03-31',
      completionReason: 'It ended',
      schedule: null,
      members: [
        { provider: openDoor, share: '62.5' },
        { provider: { reference: 'P04', name: '' }, share: '37.5' },
      ],
    });
    expect(terms.find(({ key }) => key === 'Status')?.value).toBe('completed on 31 March 2026: It ended');
    expect(members?.rows.map(({ cells }) => cells.map(({ text }) => text))).toEqual([
      ['Open Door (P03)', '62.5%'],
      ['P04', '37.5%'],
    ]);
  });

  it('ends with what happened last, the newest first, and the way to the rest', () => {
    const view = viewOf();
    expect(view.latest.map(({ id }) => id)).toEqual(['entry-130', 'entry-129']);
    expect(view).toMatchObject({ timelineHref: '/authorities/fenmarch/contracts/C03/timeline', entries: 'all its 30 entries' });
  });
});

describe('a commitment', () => {
  it('is shown with the sentence of the bid, its terms, and money and quantities each by themselves', () => {
    const view = commitmentView(commitment(), 0);
    expect(view).toMatchObject({ title: 'K06: Volunteering hours', tags: [], bidSentence: 'We advise small groups.' });
    expect(view.lines.map(({ key, value }) => `${key}: ${value}`)).toEqual([
      'Theme: Communities: Stronger charities',
      'Delivered by: Open Door (P03)',
      'Targets: 1,500 hour, 1 April 2025 to 31 March 2026',
      'Value of one unit: £10 (estimate; own estimate)',
      'Evidence asked for: payroll, sign-in sheet',
      'Delivery reports: 3, of which 1 to decide',
      'For: young people, DWP',
      'Reference in the bid: 4.2',
    ]);
    expect(view.figures?.rows.map(({ cells }) => cells.slice(0, 2).map(({ text }) => text))).toEqual([
      ['Money', '£15,000'],
      ['Hour', '1,500.5'],
    ]);
  });

  it('that nobody has valued has quantities only, one of money has money only, and a text has neither', () => {
    const counted = commitmentView(commitment({ pence: notValued, measure: aMeasure({ unitValue: null, money: 'none' }) }), 0);
    expect(counted.figures?.rows.map(({ cells }) => cells[0]?.text)).toEqual(['Hour']);
    expect(counted.lines.find(({ key }) => key === 'Value of one unit')?.value).toBe('no money value: counted in quantities only');
    const spent = commitmentView(commitment({ measure: aMeasure({ kind: 'money', unit: 'pound' }) }), 0);
    expect(spent.figures?.rows.map(({ cells }) => cells[0]?.text)).toEqual(['Money']);
    expect(commitmentView(commitment({ pence: notValued, quantities: [] }), 0).figures).toBeUndefined();
  });

  it('says what must be known first', () => {
    expect(commitmentView(commitment({ withdrawn: true, critical: true, basis: 'beyond contract', bidSentence: null, provider: null, targets: [] }), 0)).toMatchObject({
      tags: ['Withdrawn', 'Beyond contract', 'Critical'],
      bidSentence: undefined,
    });
  });
});

describe('the timeline of a contract', () => {
  const viewOf = (begin: number, end: number, typed: TypedTimeline = {}, found = 60) => {
    const items = Array.from({ length: end - begin }, (_, at) => event(begin + at + 1));
    const timeline = { position: 160, recordedAt: '2026-05-20T12:00:00.000Z', title: 'Befriending', found, begin, items };
    return seeTimelineView({ frame, reference: 'C03', typed, ...readTimeline(typed), timeline, limit: 25 });
  };

  it('begins with the newest and goes on to older ones', () => {
    const view = viewOf(35, 60);
    expect(view.events.map(({ id }) => id).slice(0, 2)).toEqual(['entry-160', 'entry-159']);
    expect(view).toMatchObject({ newerHref: undefined, olderHref: '/authorities/fenmarch/contracts/C03/timeline?before=36' });
    expect(view.shown).toEqual([
      'As known at entry 160 of the whole record, recorded on 20 May 2026 at 1:00pm.',
      '36 to 60 of 60 entries of this contract, the newest first.',
    ]);
  });

  it('leads back to newer ones from older', () => {
    expect(viewOf(10, 35)).toMatchObject({ newerHref: '/authorities/fenmarch/contracts/C03/timeline', olderHref: '/authorities/fenmarch/contracts/C03/timeline?before=11' });
    expect(viewOf(0, 10)).toMatchObject({ newerHref: '/authorities/fenmarch/contracts/C03/timeline?before=36', olderHref: undefined });
  });

  it('says in a sentence what happened, when, by whom, and in which words', () => {
    const [shown] = seeTimelineView({
      ...{ frame, reference: 'C03', typed: {}, ...readTimeline({}), limit: 25 },
      timeline: { position: 130, recordedAt: null, title: null, found: 1, begin: 0, items: [{ ...event(30), facts: [{ field: 'change.reason', value: 'Counted twice' }, { field: 'steps[0].step', value: 'erased' }] }] },
    }).events;
    expect(shown).toMatchObject({
      sentence: 'Open Door reported 10 hours of Volunteering hours (K06) for April to June 2026.',
      when: 'Dated 19 May 2026. Recorded on 20 May 2026 at 1:00pm by Sam Osei, as entry 130.',
      texts: [
        { what: 'Reason', text: 'Counted twice', erased: false },
        { what: 'Step', text: 'erased', erased: true },
      ],
    });
    expect(toldEventView({ ...event(30), event: 'BreakConditionMet' }).when).toBe(
      'Dated 19 May 2026. Recorded on 20 May 2026 at 1:00pm by the system, when Sam Osei recorded something or had it look, as entry 130.',
    );
  });

  it('keeps what was asked in its links, and its file at the moment that it shows', () => {
    const view = viewOf(35, 60, { knownAt: '20/5/2026', kind: 'deliveries', about: 'K06' });
    expect(view.olderHref).toBe('/authorities/fenmarch/contracts/C03/timeline?knownAt=20%2F5%2F2026&kind=deliveries&about=K06&before=36');
    expect(view.csvHref).toBe('/authorities/fenmarch/contracts/C03/timeline.csv?knownAt=160&kind=deliveries&about=K06');
    expect(view.shown[0]).toBe('As known at the end of 20 May 2026, which is entry 160 of the whole record, recorded on 20 May 2026 at 1:00pm.');
    expect(viewOf(0, 0, { about: 'K99' }, 0)).toMatchObject({ csvHref: undefined, form: { open: true }, shown: [expect.any(String), 'No entry of this contract is about that.'] });
    expect(readTimeline({ knownAt: 'never', kind: 'gossip' }).errors.map(({ field }) => field)).toEqual(['kind', 'knownAt']);
  });
});
