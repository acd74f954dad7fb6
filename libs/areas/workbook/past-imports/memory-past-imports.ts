import type { AskedImport, ImportStanding, PastImport, PastImports } from './past-imports.js';

/** The past imports in memory. */
export class MemoryPastImports implements PastImports {
  private readonly imports = new Map<string, Map<string, PastImport>>();

  ask(authority: string, asked: AskedImport): Promise<PastImport | undefined> {
    const here = this.of(authority);
    const earlier = here.get(asked.id);
    if (!earlier) here.set(asked.id, { ...asked, endedAt: null, answer: null, failure: null });
    return Promise.resolve(earlier);
  }

  end(authority: string, id: string, endedAt: string, outcome: Parameters<PastImports['end']>[3]): Promise<void> {
    const asked = this.of(authority).get(id);
    if (asked?.endedAt === null) this.of(authority).set(id, { ...asked, endedAt, ...outcome });
    return Promise.resolve();
  }

  find(authority: string, id: string): Promise<PastImport | undefined> {
    return Promise.resolve(this.of(authority).get(id));
  }

  standings(authority: string, ids: readonly string[]): Promise<ReadonlyMap<string, ImportStanding>> {
    const found = ids.flatMap((id) => this.of(authority).get(id) ?? []);
    const standing = ({ id, endedAt, failure, answer }: PastImport): ImportStanding => ({ id, endedAt, failure, answer: answer && { status: answer.status, counts: answer.counts } });
    return Promise.resolve(new Map(found.map((one) => [one.id, standing(one)])));
  }

  list(authority: string, limit: number, before?: { readonly askedAt: string; readonly id: string }): Promise<readonly PastImport[]> {
    const order = (one: { askedAt: string; id: string }): string => `${one.askedAt}\n${one.id}`;
    const all = [...this.of(authority).values()].sort((a, b) => (order(a) < order(b) ? 1 : -1));
    return Promise.resolve(all.filter((one) => !before || order(one) < order(before)).slice(0, limit));
  }

  private of(authority: string): Map<string, PastImport> {
    const here = this.imports.get(authority) ?? new Map<string, PastImport>();
    this.imports.set(authority, here);
    return here;
  }
}
