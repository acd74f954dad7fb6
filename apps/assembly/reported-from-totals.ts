import type { ReportedToAuthority } from '#areas/delivery/index.js';
import type { TotalsStore } from '#areas/totals/index.js';

const GOOD_FOR_MS = 30_000;

/** What was reported to an authority, from its totals; looked up at most twice a minute, since it serves a question of proportion. */
export class ReportedFromTotals implements ReportedToAuthority {
  private readonly known = new Map<string, { readonly until: number; readonly said: ReturnType<ReportedToAuthority['soFar']> }>();

  constructor(private readonly totals: TotalsStore) {}

  soFar(authority: string): ReturnType<ReportedToAuthority['soFar']> {
    const now = performance.now();
    const known = this.known.get(authority);
    if (known && known.until > now) return known.said;
    const said = this.totals.read(authority, (view) => view.reported());
    this.known.set(authority, { until: now + GOOD_FOR_MS, said });
    said.catch(() => this.known.delete(authority));
    return said;
  }
}
