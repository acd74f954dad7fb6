/** In how many histories something was seen. */
export class Counts {
  private readonly seen = new Map<string, number>();
  private ofThis = new Set<string>();

  next(): void {
    this.ofThis = new Set();
  }

  see(what: string): void {
    if (this.ofThis.has(what)) return;
    this.ofThis.add(what);
    this.seen.set(what, this.histories(what) + 1);
  }

  histories(what: string): number {
    return this.seen.get(what) ?? 0;
  }

  tell(name: string): void {
    const counts = [...this.seen].sort(([one], [other]) => (one < other ? -1 : 1)).map(([what, histories]) => `${histories} ${what}`);
    process.stderr.write(`${name}: ${counts.join(' · ')}\n`);
  }
}
