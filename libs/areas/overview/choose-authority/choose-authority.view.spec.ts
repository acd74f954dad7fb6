import { Redirect } from '#surface/pages/page.js';
import { chooseAuthorityView } from './choose-authority.view.js';

const head = (authority: string, position = 1_204) => ({ authority, name: `${authority} Council`, position, recordedAt: position === 0 ? null : '2026-05-20T13:05:00.000Z' });

describe('the first address', () => {
  it('leads to the one authority there is', () => expect(chooseAuthorityView([head('fenmarch')])).toEqual(new Redirect('/authorities/fenmarch')));

  it('lets one of several be chosen', () => {
    expect(chooseAuthorityView([head('fenmarch'), head('wexcombe', 0)])).toEqual({
      title: 'Choose an authority',
      authorities: [
        { name: 'fenmarch Council', href: '/authorities/fenmarch', recorded: '1,204 entries, the last recorded on 20 May 2026 at 2:05pm' },
        { name: 'wexcombe Council', href: '/authorities/wexcombe', recorded: 'nothing recorded yet' },
      ],
    });
  });

  it('says what to do first where there is none', () => expect(chooseAuthorityView([])).toEqual({ title: 'There is no ledger yet', authorities: [] }));
});
