import { createHash } from 'node:crypto';
import { edition1, joins, withSpan } from './bank-holidays.js';
import { EDITION_1, EDITION_1_SPAN } from './edition-1.js';

const { 'england-and-wales': england, scotland, 'northern-ireland': northernIreland } = edition1;

describe('Edition 1 of the bank holidays', () => {
  it('never changes: dates in every ledger rest on it', () => {
    expect(createHash('sha256').update(EDITION_1).digest('hex')).toBe('d96524639340affbae4ebfc6a1e96d77df30e13e1e0791c865fa426360a47eea');
    expect(EDITION_1_SPAN).toEqual({ from: '2012-01-01', to: '2028-12-31' });
  });

  it.each([
    ['england-and-wales', '2024-12-25', 'Christmas Day'],
    ['england-and-wales', '2024-04-01', 'Easter Monday'],
    ['england-and-wales', '2024-08-26', 'Summer bank holiday'],
    ['england-and-wales', '2022-09-19', 'State Funeral of Queen Elizabeth II'],
    ['england-and-wales', '2020-05-08', 'Early May bank holiday (VE Day)'],
    ['england-and-wales', '2021-12-28', 'Boxing Day (substitute day)'],
    ['scotland', '2024-01-02', '2nd January'],
    ['scotland', '2024-08-05', 'Summer bank holiday'],
    ['scotland', '2023-11-30', 'St Andrew’s Day'],
    ['scotland', '2024-12-02', 'St Andrew’s Day (substitute day)'],
    ['northern-ireland', '2025-03-17', 'St Patrick’s Day'],
    ['northern-ireland', '2024-07-12', 'Battle of the Boyne'],
    ['northern-ireland', '2026-07-13', 'Battle of the Boyne (substitute day)'],
    ['northern-ireland', '2024-08-26', 'Summer bank holiday'],
  ] as const)('of %s has %s, %s', (jurisdiction, day, name) => {
    expect(edition1[jurisdiction].names[day]).toBe(name);
  });

  it('keeps apart what only one of the three has', () => {
    expect([scotland, england, northernIreland].map(({ names }) => names['2026-06-15'])).toEqual(['World Cup bank holiday', undefined, undefined]);
    expect([scotland, england, northernIreland].map(({ names }) => names['2024-04-01'])).toEqual([undefined, 'Easter Monday', 'Easter Monday']);
    expect([scotland, england, northernIreland].map(({ names }) => names['2024-07-12'])).toEqual([undefined, undefined, 'Battle of the Boyne']);
    expect([scotland, england, northernIreland].map(({ names }) => names['2024-08-26'])).toEqual([undefined, 'Summer bank holiday', 'Summer bank holiday']);
  });

  it('has as many days in a year as people have', () => {
    const in2025 = (names: object) => Object.keys(names).filter((day) => day.startsWith('2025')).length;
    expect([england, scotland, northernIreland].map(({ names }) => in2025(names))).toEqual([8, 9, 10]);
  });

  it('is complete from 2012 to 2028', () => {
    expect([england.from, england.through]).toEqual(['2012-01-01', '2028-12-31']);
  });
});

describe('A span of bank holidays', () => {
  const span = { from: '2029-01-01', through: '2029-12-31', holidays: [{ date: '2029-01-01', name: 'New Year’s Day' }] };

  it('joins a table that it touches, overlaps or lies in', () => {
    expect(joins(england, span)).toBe(true);
    expect(joins(england, { from: '2029-01-02', through: '2029-12-31' })).toBe(false);
    expect(joins(england, { from: '2026-06-15', through: '2026-06-15' })).toBe(true);
    expect(joins(england, { from: '2011-01-01', through: '2011-12-31' })).toBe(true);
    expect(joins(england, { from: '2011-01-01', through: '2011-12-30' })).toBe(false);
  });

  it('extends a table, and leaves the one that it was', () => {
    const longer = withSpan(england, span);
    expect([longer.from, longer.through, longer.names['2029-01-01'], longer.names['2028-12-25']]).toEqual(['2012-01-01', '2029-12-31', 'New Year’s Day', 'Christmas Day']);
    expect(england.names['2029-01-01']).toBeUndefined();
  });

  it('replaces what stood in it, and never shortens a table', () => {
    const stated = withSpan(england, { from: '2028-12-25', through: '2028-12-25', holidays: [] });
    expect([stated.through, stated.names['2028-12-25'], stated.names['2028-12-26']]).toEqual(['2028-12-31', undefined, 'Boxing Day']);
  });
});
