import { Refusal } from '#domain/kernel/refusal.js';
import type { Directory } from './directory.js';
import { newPersonId } from './person-name.js';

/** What every directory keeps, whichever adapter it is. */
export function describeDirectory(adapter: string, make: () => Directory): void {
  describe(`The directory of people, ${adapter}`, () => {
    /** An authority of each test's own. */
    let authority: string;
    let count = 0;
    beforeEach(() => {
      authority = `authority-${count++}`;
    });

    it('knows a person again by the name that was typed', async () => {
      const first = await make().personId(authority, 'manager@fenmarch.example');
      expect(await make().personId(authority, 'manager@fenmarch.example')).toBe(first);
      expect(await make().personId(authority, 'lead@fenmarch.example')).not.toBe(first);
    });

    it('keeps the name out of the id', async () => {
      const [one, other] = await Promise.all(['ann', 'bob'].map((name) => make().personId(authority, name)));
      expect(one).toMatch(/^[0-9a-f-]{36}$/);
      expect(one!.length).toBe(other!.length);
      const elsewhere = await make().personId(`${authority}-b`, 'ann');
      expect(elsewhere).not.toBe(one);
    });

    it('takes capitals and spaces for the same person, and keeps the name as first typed', async () => {
      const ids = await make().personIds(authority, ['Ann  Li@Fenmarch.example', ' ann li@fenmarch.example ', 'ANN LI@FENMARCH.EXAMPLE']);
      expect(new Set(ids.values()).size).toBe(1);
      expect(ids.size).toBe(3);
      const [id] = ids.values();
      expect(await make().nameOf(authority, [id!])).toEqual(new Map([[id, 'Ann Li@Fenmarch.example']]));
    });

    it('finds those who were met and enters nobody, when it is only asked', async () => {
      const ann = await make().personId(authority, 'ann');
      expect(await make().known(authority, ['Ann', 'bob'])).toEqual(new Map([['Ann', ann]]));
      expect(await make().known(authority, ['bob'])).toEqual(new Map());
    });

    it('enters people under the ids that they were given before; who was met keeps the id that they have', async () => {
      const ann = await make().personId(authority, 'ann');
      const [bob, other] = [newPersonId(), newPersonId()];
      const ids = await make().personIds(authority, ['Ann', 'bob', 'zoe'], new Map([['Ann', other], ['bob', bob]]));
      expect([ids.get('Ann'), ids.get('bob')]).toEqual([ann, bob]);
      expect(await make().known(authority, ['BOB', 'zoe'])).toEqual(new Map([['BOB', bob], ['zoe', ids.get('zoe')]]));
    });

    it('leaves out ids that stand for nobody here', async () => {
      const ann = await make().personId(authority, 'ann');
      const elsewhere = await make().personId(`${authority}-c`, 'bob');
      expect(await make().nameOf(authority, [ann, elsewhere, 'nobody'])).toEqual(new Map([[ann, 'ann']]));
      expect(await make().nameOf(authority, [])).toEqual(new Map());
      expect(await make().personIds(authority, [])).toEqual(new Map());
    });

    it('gives one id to a person whom many enter at once', async () => {
      const directory = make();
      const all = await Promise.all(
        Array.from({ length: 12 }, (_, i) => directory.personIds(authority, i % 2 ? ['zoe', 'ann', 'Bob'] : ['bob', 'ann', 'zoe'])),
      );
      for (const name of ['ann', 'zoe']) expect(new Set(all.map((ids) => ids.get(name))).size).toBe(1);
      expect(new Set(all.map((ids) => ids.get('bob') ?? ids.get('Bob'))).size).toBe(1);
    });

    it.each([
      ['', 'must not be blank'],
      [' \t ', 'must not be blank'],
      ['x'.repeat(201), 'at most 200 characters'],
      ['a\0b', 'control characters'],
      ['\ud800', 'halves of characters'],
    ])('refuses %j', async (name, rule) => {
      const refused = make().personId(authority, name);
      await expect(refused).rejects.toThrow(Refusal);
      await expect(refused).rejects.toThrow(rule);
    });

    it('takes any script and what looks like SQL or a property of objects', async () => {
      const names = ['__proto__', 'constructor', "o'hara; drop table person", '王小明', 'مريم', '👩🏽‍🏫', '{a,"b"}'];
      const ids = await make().personIds(authority, names);
      const found = await make().nameOf(authority, [...ids.values()]);
      expect(names.map((name) => found.get(ids.get(name)!))).toEqual(names);
    });
  });
}
