/** How long an id is believed without a look at the directory: somebody may have renamed or erased the person there. */
const GOOD_FOR_MS = 30_000;

/** People beyond these are looked up again. */
const MOST = 10_000;

/** The ids of people whom commands named a moment ago. Who acts once mostly acts again. */
export class RecentlyMet {
  private readonly met = new Map<string, { readonly until: number; readonly id: Promise<string> }>();

  /** @param now a clock of milliseconds that never runs backwards */
  constructor(private readonly now: () => number = () => performance.now()) {}

  /** The id of a person; `look` finds it where it is not known, once for all who ask meanwhile. */
  idOf(authority: string, name: string, look: () => Promise<string>): Promise<string> {
    const key = `${authority}\n${name}`;
    const known = this.met.get(key);
    if (known && known.until > this.now()) return known.id;
    const id = look();
    this.met.delete(key);
    this.met.set(key, { until: this.now() + GOOD_FOR_MS, id });
    if (this.met.size > MOST) this.met.delete(this.met.keys().next().value!);
    id.catch(() => {
      if (this.met.get(key)?.id === id) this.met.delete(key);
    });
    return id;
  }
}
