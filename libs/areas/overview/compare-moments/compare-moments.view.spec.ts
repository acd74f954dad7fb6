import type { DifferenceAnswer } from '#areas/totals/index.js';
import { noPence, notValued } from '../../../../test/support/totals-answers.js';
import type { Frame } from '../page-frame/page-frame.js';
import { readComparison } from './asked-comparison.js';
import { changesFile } from './changes-file.js';
import { compareMomentsView } from './compare-moments.view.js';

const frame: Frame = {
  code: 'fenmarch',
  head: { authority: 'fenmarch', name: 'Fenmarch', position: 213, recordedAt: null },
  authority: { code: 'fenmarch', name: 'Fenmarch' },
  navigation: [],
  notices: [],
};
const event = (position: number, pence: Partial<DifferenceAnswer['events'][number]['pence']>, reason: string | null = null): DifferenceAnswer['events'][number] => ({
  position,
  eventId: `event-${position}`,
  event: 'CommitmentCorrected',
  recordedAt: '2026-05-20T12:00:00.000Z',
  actor: 'Sam Osei',
  reason,
  contract: 'C01',
  commitment: 'K01',
  pence: { ...noPence, ...pence },
});
const difference = (over: Partial<DifferenceAnswer> = {}): DifferenceAnswer => ({ authority: 'fenmarch', from: 10, to: 213, by: [], rows: [], events: [], moreEvents: false, ...over });
const viewOf = (over: Partial<DifferenceAnswer>, typed = {}) => compareMomentsView({ frame, typed, errors: [], difference: difference(over) }).difference!;

describe('what is to be compared', () => {
  it('is nothing until it is asked', () => expect(readComparison({}, 213)).toEqual({ asked: undefined, errors: [] }));

  it('is from a moment to another, or to the last entry', () => {
    const asked = { by: ['theme'], where: [], yearBasis: 'delivered', deliveredTo: undefined };
    expect(readComparison({ from: '31/3/2026', to: '', by: 'theme' }, 213).asked).toEqual({ ...asked, from: '2026-03-31', to: '213' });
    expect(readComparison({ from: '1,204', to: '1 May 2026', by: 'theme' }, 213).asked).toEqual({ ...asked, from: '1204', to: '2026-05-01' });
  });

  it('is refused where it cannot be understood, all at once', () => {
    expect(readComparison({ from: '', to: 'now', by: 'colour', deliveredTo: '?' }, 213)).toMatchObject({
      asked: undefined,
      errors: [{ field: 'from' }, { field: 'to' }, { field: 'by' }, { field: 'deliveredTo' }],
    });
  });
});

describe('what changed between two moments', () => {
  it('shows what each figure gained or lost, with its sign', () => {
    const { changes, summary } = viewOf({
      by: ['theme'],
      rows: [
        { key: { theme: '' }, pence: { ...noPence, committed: -9_900_000_000, validated: 150 }, quantities: [] },
        { key: { theme: 'Environment' }, pence: notValued, quantities: [] },
      ],
      events: [event(12, { committed: -9_900_000_000 })],
    });
    expect(summary).toBe('From entry 10 to entry 213: 1 entry changed these figures.');
    expect(changes?.rows.map(({ cells }) => cells.map(({ text }) => text))).toEqual([
      ['(not stated)', '−£99,000,000', '£0', '£0', '£0', '+£2', '£0'],
      ['Environment', 'not valued', 'not valued', 'not valued', 'not valued', 'not valued', 'not valued'],
    ]);
  });

  it('names the events that did it, the largest first, with who, when and why', () => {
    const { events } = viewOf({ events: [event(11, { reported: 500 }), event(12, { committed: -9_900_000_000, due: -1 }, 'Typed in pence'), event(13, notValued)] });
    expect(events.map(({ changes }) => changes.join('; '))).toEqual(['Committed −£99,000,000.00; Due −£0.01', 'Reported +£5.00', 'quantities only']);
    expect(events[0]).toMatchObject({ title: 'Commitment corrected', when: 'Entry 12, recorded on 20 May 2026 at 1:00pm by Sam Osei', reason: 'Typed in pence', contractHref: '/authorities/fenmarch/contracts/C01' });
  });

  it('shows fifty of many, and says where the rest is', () => {
    const many = Array.from({ length: 60 }, (_, index) => event(index + 11, { reported: index }));
    const { events, eventsSummary, csvHref } = viewOf({ events: many }, { from: '31/3/2026', by: 'theme' });
    expect(events).toHaveLength(50);
    expect(eventsSummary).toBe('The 50 largest of 60; the file has them all.');
    expect(csvHref).toBe('/authorities/fenmarch/differences.csv?from=10&by=theme&to=213');
  });

  it('says that nothing changed', () => {
    expect(viewOf({})).toMatchObject({ summary: 'From entry 10 to entry 213: no entry changed these figures.', changes: undefined, events: [] });
  });

  it('is a file too, to the penny', () => {
    const lines = changesFile(difference({ events: [event(12, { committed: -5 }, '=1+1'), event(13, notValued)] })).toString('utf8').split('\r\n');
    expect(lines[1]).toBe("12,2026-05-20T12:00:00.000Z,CommitmentCorrected,Sam Osei,'=1+1,C01,K01,-0.05,0.00,0.00,0.00,0.00,0.00,0.00,0.00,0.00");
    expect(lines[2]).toBe('13,2026-05-20T12:00:00.000Z,CommitmentCorrected,Sam Osei,,C01,K01,,,,,,,,,');
  });
});
