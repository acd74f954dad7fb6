import type { Head } from '#engine/ledger/ledger.js';
import type { PageView } from '#surface/pages/page.js';
import { Redirect } from '#surface/pages/page.js';
import { isoInstant } from '#surface/pages/filters/days.js';

export interface ChooseAuthorityView extends PageView {
  readonly authorities: readonly { readonly name: string; readonly href: string; readonly recorded: string }[];
}

/** One authority is shown at once; of several, one is chosen; with none, the page says what to do first. */
export function chooseAuthorityView(heads: readonly Head[]): ChooseAuthorityView | Redirect {
  const [only] = heads;
  if (only && heads.length === 1) return new Redirect(`/authorities/${only.authority}`);
  const authorities = heads.map(({ authority, name, position, recordedAt }) => ({
    name,
    href: `/authorities/${authority}`,
    recorded: position === 0 ? 'nothing recorded yet' : `${position.toLocaleString('en-GB')} entries, the last recorded on ${isoInstant(recordedAt)}`,
  }));
  return { title: only ? 'Choose an authority' : 'There is no ledger yet', authorities };
}
