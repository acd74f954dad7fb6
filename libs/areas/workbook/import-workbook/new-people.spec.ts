import { emptyGround, smallWorkbook } from '../../../../test/support/workbook.js';

const MANAGER = 'manager@x.example';

describe('People whom nobody has met', () => {
  it('stand in the entries under the ids that the directory knows them by', async () => {
    const ground = emptyGround();
    await ground.import(smallWorkbook);
    const manager = (await ground.directory.known('fenmarch', [MANAGER])).get(MANAGER);
    const registered = (await ground.events()).filter(({ type }) => type === 'ContractRegistered');
    expect(registered.map(({ payload }) => (payload as { manager?: string; terms?: { manager?: string } }).terms?.manager ?? (payload as { manager?: string }).manager)).toEqual([manager, manager]);
  });

  it('do not have the rows looked at twice', async () => {
    const told: number[] = [];
    await emptyGround().import(smallWorkbook, { progress: ({ doing, done }) => void (doing === 'checking' && told.push(done)) });
    expect(told).toEqual([23]);
  });

  it('who are entered meanwhile by somebody else keep the id that they were given there', async () => {
    const ground = emptyGround();
    const { directory } = ground;
    let elsewhere: string | undefined;
    const personIds = directory.personIds.bind(directory);
    directory.personIds = async (authority, names, under) => {
      if (names.includes(MANAGER)) elsewhere ??= (await personIds(authority, [MANAGER])).get(MANAGER);
      return personIds(authority, names, under);
    };
    const answer = await ground.import(smallWorkbook);
    expect(answer).toMatchObject({ status: 'accepted', counts: { added: 23 } });
    const written = JSON.stringify(await ground.events());
    expect(elsewhere).toBeDefined();
    expect(written).toContain(elsewhere);
    const known = await directory.nameOf('fenmarch', [...new Set(written.match(/[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}/g))]);
    expect([...known.values()].sort()).toEqual(['lead@x.example', 'local operator', MANAGER, 'returns@x.example']);
  });
});
