import type { ImportStanding } from '../past-imports/past-imports.js';
import { stateOf, type UploadImport } from './upload-state.js';

const uploaded = { id: 'UP-1', actor: 'person-1', uploadedAt: '2026-05-20T10:00:00.000Z', files: ['contracts.xlsx'] };
const counts = { rows: 3, added: 1, changed: 0, unchanged: 0, held: 1, refused: 1, absent: 0, events: 7 };
const ended = (status: NonNullable<ImportStanding['answer']>['status']): UploadImport => ({ standing: { id: 'x', endedAt: '2026-05-20T10:00:05.000Z', failure: null, answer: { status, counts } }, job: undefined });
const underWay = (job: UploadImport['job']): UploadImport => ({ standing: { id: 'x', endedAt: null, failure: null, answer: null }, job });
const failed: UploadImport = { standing: { id: 'x', endedAt: '2026-05-20T10:00:05.000Z', failure: 'The disk is full.', answer: null }, job: undefined };
const running = underWay({ progress: { done: 4, total: 10 }, failure: null });
const SOON = '2026-05-27T09:59:59.999Z';
const LATER = '2026-05-27T10:00:00.000Z';

describe('How an uploaded workbook stands', () => {
  it.each<[string, UploadImport | undefined, UploadImport | undefined, string, string]>([
    ['while it is checked', running, undefined, SOON, 'being checked'],
    ['while its check waits for its turn', underWay({ progress: null, failure: null }), undefined, SOON, 'being checked'],
    ['when all is in order', ended('accepted'), undefined, SOON, 'ready to confirm'],
    ['when some of it is', ended('accepted in part'), undefined, SOON, 'ready to confirm'],
    ['after seven days', ended('accepted'), undefined, LATER, 'expired'],
    ['when nothing is', ended('rejected'), undefined, LATER, 'refused'],
    ['when it says nothing new', ended('unchanged'), undefined, LATER, 'nothing new'],
    ['when its check broke off', failed, undefined, SOON, 'broken off'],
    ['when its check brought servers down', underWay({ progress: null, failure: 'It was left behind.' }), undefined, SOON, 'broken off'],
    ['when the server was killed before it could be checked', undefined, undefined, SOON, 'broken off'],
    ['or before its job was asked for', underWay(undefined), undefined, SOON, 'broken off'],
    ['when it is confirmed', ended('accepted'), running, LATER, 'going in'],
    ['when the server was killed as it was confirmed: it can be confirmed again', ended('accepted'), underWay(undefined), SOON, 'ready to confirm'],
    ['when it went in', ended('accepted'), ended('accepted'), LATER, 'in'],
    ['when some of it did', ended('accepted in part'), ended('accepted in part'), LATER, 'in, in part'],
    ['when the ledger had moved on', ended('accepted'), ended('rejected'), SOON, 'refused'],
    ['when somebody else had imported the same', ended('accepted'), ended('unchanged'), SOON, 'nothing new'],
    ['when its import broke off', ended('accepted'), failed, SOON, 'broken off'],
  ])('%s', (_when, check, asked, now, state) => {
    expect(stateOf(uploaded, check, asked, now).state).toBe(state);
  });

  it('says how far it is, why it broke off, and whether that is the check’s or the import’s', () => {
    expect(stateOf(uploaded, running, undefined, SOON)).toMatchObject({ confirmed: false, progress: { done: 4, of: 10 }, answer: null });
    expect(stateOf(uploaded, ended('accepted'), failed, SOON)).toMatchObject({ confirmed: true, failure: 'The disk is full.' });
    expect(stateOf(uploaded, ended('accepted'), undefined, SOON)).toMatchObject({ confirmed: false, answer: { status: 'accepted', counts } });
  });
});
