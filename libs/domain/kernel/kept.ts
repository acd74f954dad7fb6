/** What a `Kept` that is not the newest differs in from one that is newer. */
interface Difference<Value extends {}> {
  readonly newer: Kept<Value>;
  readonly name: string;
  /** Undefined: the name is not there. */
  readonly value: Value | undefined;
}

/**
 * Things by name, in the order in which the names came; never changed. `with` answers a changed copy and costs no more
 * than the change, however many things there are: the newest of all copies has the map, every older one what differs
 * from the next, and the one that is asked takes the map over (persistent by rerooting; Baker, 1978).
 */
export class Kept<Value extends {}> {
  #map: Map<string, Value> | undefined;
  #difference: Difference<Value> | undefined;

  private constructor(map: Map<string, Value>) {
    this.#map = map;
  }

  static none<Value extends {}>(): Kept<Value> {
    return new Kept(new Map<string, Value>());
  }

  /** From what `toJSON` gave. */
  static of<Value extends {}>(entries: readonly (readonly [string, Value])[]): Kept<Value> {
    return new Kept(new Map(entries));
  }

  get size(): number {
    return this.#own().size;
  }

  get(name: string): Value | undefined {
    return this.#own().get(name);
  }

  /** A copy that holds this under the name. */
  with(name: string, value: Value): Kept<Value> {
    const map = this.#own();
    const before = map.get(name);
    map.set(name, value);
    const newer = new Kept(map);
    this.#give({ newer, name, value: before });
    return newer;
  }

  names(): readonly string[] {
    return [...this.#own().keys()];
  }

  values(): readonly Value[] {
    return [...this.#own().values()];
  }

  /** Whether a name is held. */
  has(name: string): boolean {
    return this.#own().has(name);
  }

  /** Names with what they name, in order. */
  toJSON(): readonly (readonly [string, Value])[] {
    return [...this.#own()];
  }

  /** The map, taken over from whoever has it. */
  #own(): Map<string, Value> {
    if (this.#map === undefined) {
      // not by recursion: there may be very many copies between this one and the newest
      const path: Kept<Value>[] = [this];
      for (let newer = this.#difference!.newer; ; newer = newer.#difference!.newer) {
        path.push(newer);
        if (newer.#map !== undefined) break;
      }
      for (let at = path.length - 1; at > 0; at -= 1) path[at - 1]!.#takeFrom(path[at]!);
    }
    return this.#map!;
  }

  #takeFrom(newer: Kept<Value>): void {
    const { name, value } = this.#difference!;
    const map = newer.#map!;
    const there = map.get(name);
    if (value === undefined) map.delete(name);
    else map.set(name, value);
    newer.#give({ newer: this, name, value: there });
    this.#map = map;
    this.#difference = undefined;
  }

  #give(difference: Difference<Value>): void {
    this.#map = undefined;
    this.#difference = difference;
  }
}
