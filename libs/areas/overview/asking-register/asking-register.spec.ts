import type { FieldError } from '#surface/pages/forms/field-error.js';
import { Refusal } from '#domain/kernel/refusal.js';
import { allOf, AT_A_TIME } from './all-of.js';
import { readChoice, readReference, readRegisterMoment, refuseIfWrong } from './asking-register.js';
import { registerForm, selectField } from './register-form.js';
import { judgedInFileName, judgedInWords } from './register-moment.js';

const gathering = <Read>(read: (errors: FieldError[]) => Read) => {
  const errors: FieldError[] = [];
  return { read: read(errors), errors: errors.map(({ text }) => text) };
};

describe('what is said of a register', () => {
  it('is today and now where nothing is said', () => {
    expect(gathering((errors) => readRegisterMoment({}, errors))).toEqual({ read: { on: undefined, knownAt: undefined }, errors: [] });
    expect(gathering((errors) => readRegisterMoment({ on: ' ', knownAt: '' }, errors)).errors).toEqual([]);
  });

  it('is a day to judge on, and a moment of knowing', () => {
    expect(gathering((errors) => readRegisterMoment({ on: '19/5/2026', knownAt: '1,204' }, errors)).read).toEqual({ on: '2026-05-19', knownAt: '1204' });
    expect(gathering((errors) => readRegisterMoment({ on: 'soon', knownAt: 'then' }, errors)).errors).toEqual([
      '“On the day” must be a day, like 31/3/2026',
      '“As known on” must be a day, like 31/3/2026, or the number of an entry, like 1204',
    ]);
  });

  it('is a reference of which blank is none, and one of the choices', () => {
    expect(gathering((errors) => readReference('contract', ' C03 ', errors))).toEqual({ read: 'C03', errors: [] });
    expect(gathering((errors) => readReference('from', 'x'.repeat(41), errors)).errors).toEqual(['“From whom” must be a reference of 40 characters or fewer']);
    expect(gathering((errors) => readChoice('state', 'due', ['due', 'missed'], errors))).toEqual({ read: 'due', errors: [] });
    expect(gathering((errors) => readChoice('state', 'lost', ['due'], errors)).errors).toEqual(['Select everything, or one of the choices']);
  });

  it('is refused in a file, where no page can say what is wrong', () => {
    expect(() => refuseIfWrong([{ field: 'on', text: 'no day', href: '#on' }])).toThrow(Refusal);
    expect(() => refuseIfWrong([])).not.toThrow();
  });

  it('is shown as it was typed, and said where it leaves something out', () => {
    const form = (typed: object, chosen = '') => registerForm({ action: '/a', typed, errors: [], selects: [selectField('state', 'State', [['', 'Any'], ['due', 'Due']], chosen, [])] });
    expect(form({ on: '19/5/2026' })).toMatchObject({ asked: [], fields: [{ id: 'contract', value: '' }, { id: 'on', value: '19/5/2026' }, { id: 'knownAt', value: '' }] });
    expect([form({}).asked, form({ contract: 'C03' }, 'due').asked]).toEqual([[], ['State: Due', 'Contract: C03']]);
  });
});

describe('the moment of a register', () => {
  const moment = { knownAt: undefined, on: '2026-05-19', position: 1_204, recordedAt: '2026-05-20T12:00:00.000Z' };

  it('says on which day it is judged, and as known when', () => {
    expect(judgedInWords(moment)).toBe('As it stands on 19 May 2026, with everything recorded by now.');
    expect(judgedInWords({ ...moment, knownAt: '2026-05-20' })).toBe(
      'As it stood on 19 May 2026, as known at the end of 20 May 2026, which is entry 1,204 of the whole record, recorded on 20 May 2026 at 1:00pm.',
    );
    expect(judgedInWords({ ...moment, knownAt: '0', position: 0, recordedAt: null })).toBe('As it stood on 19 May 2026, as known at entry 0 of the whole record.');
  });

  it('names files', () => {
    expect(judgedInFileName(moment)).toBe('on-2026-05-19');
    expect(judgedInFileName({ ...moment, knownAt: '1204' })).toBe('on-2026-05-19-as-known-at-entry-1204');
  });
});

describe('all of a register', () => {
  it.each([0, 1, AT_A_TIME, AT_A_TIME * 2 + 1])('is read a part at a time: %i', async (count) => {
    const all = Array.from({ length: count }, (_, at) => at);
    const read: number[] = [];
    const part = (after: number | undefined, limit: number) => Promise.resolve(all.filter((one) => one > (after ?? -1)).slice(0, limit));
    for await (const one of allOf(part, (item) => item)) read.push(one);
    expect(read).toEqual(all);
  });
});
