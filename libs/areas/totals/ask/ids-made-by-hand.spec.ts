import { writeCursor } from '#surface/http/queries/cursor.js';
import { traceTotalRoute } from '../trace-total/trace-total.api.js';
import { readEntryId, readTotalId, writeEntryId, writeTotalId, type Total } from './total-id.js';

/**
 * Ids and cursors are texts in base64, which the check at the door does not see into: NUL went on to the database, and
 * a cursor whose entry is no number became NaN there. Both were answered 500.
 */
describe('An id or a cursor that somebody made by hand', () => {
  const total: Total = { authority: 'fenmarch', position: 1, by: ['place'], key: ['Harbour'], where: [{ dimension: 'tag', values: ['a'] }], yearBasis: 'delivered', deliveredTo: null, dueOn: '2026-01-01' };
  const entry = { authority: 'fenmarch', position: 1, commitment: 'K1', entry: '000001' };
  const unkeepable = ['\0', 'a\0b', '\ud800'];

  it('is taken as it was written', () => {
    expect(readTotalId(writeTotalId(total))).toEqual(total);
    expect(readEntryId(writeEntryId(entry))).toEqual({ authority: 'fenmarch', position: 1, commitment: 'K1' });
    expect(readTotalId(writeTotalId({ ...total, key: ['🌱'] })).key).toEqual(['🌱']);
  });

  it.each(unkeepable)('is no id of a total with %j in it', (text) => {
    expect(() => readTotalId(writeTotalId({ ...total, key: [text] }))).toThrow('must be the id of a total');
    expect(() => readTotalId(writeTotalId({ ...total, where: [{ dimension: 'tag', values: [text] }] }))).toThrow('must be the id of a total');
    expect(() => readEntryId(writeEntryId({ ...entry, commitment: text }))).toThrow('must be the id of an entry');
  });

  it.each([...unkeepable.map((text) => [1, text, '000001']), [1, 'K1', 'NaN'], [1, 'K1', '99999999999'], [0, 'K1', '000001']])('is no cursor: %j, %j, %j', (...key) => {
    const { asked } = traceTotalRoute as unknown as { asked(parts: object): { after: unknown } };
    const parts = (cursor: unknown[]) => ({ params: {}, query: { limit: 10, after: writeCursor(cursor) } });
    expect(() => asked(parts(key))).toThrow('is not the `next` of an answer of this list');
    expect(asked(parts([1, 'K1', '000001'])).after).toEqual([1, 'K1', '000001']);
    expect(asked(parts([1, 'K1', 's000000001'])).after).toEqual([1, 'K1', 's000000001']);
  });
});
