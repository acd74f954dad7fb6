import { decidesAnyInput } from '../../../../test/support/any-input.js';
import { contractRegistered, membersAgreed } from '../../../../test/support/facts.js';
import { given } from '../../../../test/support/given.js';
import { type AgreeMembers, agreeMembers, decideAgreeMembers } from './agree-members.decision.js';

const around = { today: '2025-05-01', isProvider: (reference: string) => ['P1', 'P2', 'P3'].includes(reference) };
const agreeing = (shares: Record<string, string> | AgreeMembers['members'], change: AgreeMembers['change'] = null, since: string | null = null) => {
  const members = Array.isArray(shares) ? shares : Object.entries(shares).map(([provider, share]) => ({ provider, share }));
  return (state: Parameters<typeof decideAgreeMembers>[0]) => decideAgreeMembers(state, { contract: 'C1', members, since, change }, around);
};

describe('Agreeing the members of a contract', () => {
  it('takes shares that add to exactly 100', () => {
    const [agreed] = given(contractRegistered()).when(agreeing({ P1: '33.3333', P2: '33.3333', P3: '33.3334' })).then('MembersAgreed');
    expect(agreed).toMatchObject({ businessDate: '2024-04-01' });
    expect(agreed!.payload).not.toHaveProperty('change');
  });

  it.each([
    [{ P1: '66.67', P2: '33.34' }, '100.01'],
    [{ P1: '33.33', P2: '33.33', P3: '33.33' }, '99.99'],
    [{ P1: '0' }, '0'],
  ])('refuses %j with the sum found', (shares, sum) => {
    const error = given(contractRegistered()).when(agreeing(shares)).thenRefused('members');
    expect(error.faults[0]).toMatchObject({ value: sum, rule: 'must have shares that add to exactly 100' });
  });

  it('names each provider once, and only those whom the authority knows', () => {
    const twice = [{ provider: 'P1', share: '50' }, { provider: 'P1', share: '50' }];
    given(contractRegistered()).when(agreeing(twice)).thenRefused('members[1].provider');
    given(contractRegistered()).when(agreeing({ P1: '50', P9: '50' })).thenRefused('members[1].provider');
  });

  it('says why when members were agreed before, and only then', () => {
    const before = [contractRegistered(), membersAgreed({ P1: '60', P2: '40' })];
    const change = { because: 'variation', reason: 'P3 joined' } as const;
    given(...before).when(agreeing({ P1: '50', P2: '50' })).thenRefused('change');
    const [agreed] = given(...before).when(agreeing({ P1: '50', P2: '50' }, change)).then('MembersAgreed');
    expect(agreed).toMatchObject({ businessDate: '2025-05-01', payload: { since: '2025-05-01', change: { kind: 'variation', reason: 'P3 joined' } } });
    given(contractRegistered()).when(agreeing({ P1: '100' }, change)).thenRefused('change');
  });

  it('as an entry error hold from the day that was said before (bug: they held from the start, and owed what was due before they came)', () => {
    const joined = [contractRegistered(), membersAgreed({ P1: '60', P2: '40' }), ...agreeing({ P1: '50', P2: '50' }, { because: 'variation', reason: 'Shares moved' }, '2025-01-10')(given(contractRegistered(), membersAgreed({ P1: '60', P2: '40' })).state)];
    const error = { because: 'entry error', reason: 'Mistyped' } as const;
    const [mended] = given(...joined).when(agreeing({ P1: '55', P2: '45' }, error)).then('MembersAgreed');
    expect(mended!.payload).toMatchObject({ since: '2025-01-10', change: { kind: 'entry error' } });
    const [movedDay] = given(...joined).when(agreeing({ P1: '50', P2: '50' }, error, '2025-02-10')).then('MembersAgreed');
    expect(movedDay!.payload).toMatchObject({ since: '2025-02-10' });
    given(...joined).when(agreeing({ P1: '50', P2: '50' }, error, '2025-01-10')).thenRefused('members');
    given(...joined).when(agreeing({ P1: '50', P2: '50' }, error)).thenRefused('members');
  });

  it('is refused when nothing is different', () => {
    given(contractRegistered(), membersAgreed({ P1: '60', P2: '40' })).when(agreeing({ P1: '60.0', P2: '40' })).thenRefused('members');
  });

  it('decides or refuses anything', () => {
    const { state } = given(contractRegistered(), membersAgreed({ P1: '60', P2: '40' }));
    decidesAnyInput(agreeMembers, (input) => decideAgreeMembers(state, input, around));
  });
});
