import { Inject, Injectable } from '@nestjs/common';
import { refuse } from '#domain/kernel/refusal.js';
import type { Head, Ledger } from '#engine/ledger/ledger.js';
import { LEDGER } from '#engine/ledger/ledger.token.js';
import { Engine } from '#engine/projections/engine.js';
import type { FieldError } from '#surface/pages/forms/field-error.js';
import type { Breadcrumb, PageView } from '#surface/pages/page.js';
import { standingNotices } from './standing-notices.js';

/** What the pages of an authority have in common; `page-frame.njk` shows it. */
export interface FramedView extends PageView {
  readonly navigation: readonly { readonly text: string; readonly href: string; readonly current: boolean }[];
  /** What a reader must know before the figures: that they stand still, or that newer entries are not in them yet. */
  readonly notices: readonly string[];
  /** What is wrong with the page's form. */
  readonly errors: readonly FieldError[];
}

export type Frame = Pick<FramedView, 'authority' | 'navigation' | 'notices'> & { readonly head: Head; readonly code: string };

export type Section = 'figures' | 'contracts' | 'obligations' | 'returns' | 'break clauses' | 'at risk' | 'differences' | 'imports';

/** Makes the frame of an authority's pages. */
@Injectable()
export class PageFrame {
  constructor(
    @Inject(LEDGER) private readonly ledger: Ledger,
    private readonly engine: Engine,
  ) {}

  /** @throws Refusal (`not found`) when the authority has no ledger */
  async of(code: string, section?: Section): Promise<Frame> {
    const head = await this.ledger.head(code);
    if (!head) return refuse('authority', code, 'must have a ledger', 'Choose an authority from the first page.', 'not found');
    const notices = standingNotices(await this.engine.standings([code]));
    const home = `/authorities/${code}`;
    return {
      code,
      head,
      authority: { code, name: head.name },
      navigation: [
        { text: 'Figures', href: home, current: section === 'figures' },
        { text: 'Contracts', href: `${home}/contracts`, current: section === 'contracts' },
        { text: 'What is due', href: `${home}/obligations`, current: section === 'obligations' },
        { text: 'Returns', href: `${home}/returns`, current: section === 'returns' },
        { text: 'Break clauses', href: `${home}/break-clauses`, current: section === 'break clauses' },
        { text: 'At risk', href: `${home}/at-risk`, current: section === 'at risk' },
        { text: 'What changed', href: `${home}/differences`, current: section === 'differences' },
        { text: 'Imports', href: `${home}/imports`, current: section === 'imports' },
      ],
      notices,
    };
  }
}

/** The way back from a page below the first: the authority's figures, then what lies between. */
export function breadcrumbsTo(code: string, between: readonly Breadcrumb[]): readonly Breadcrumb[] {
  return [{ text: 'Figures', href: `/authorities/${code}` }, ...between];
}
