/**
 * The people whom an authority's record names. Events, answers and request hashes hold only opaque ids; the names
 * stand here. A person is known by what was typed: an email, a reference, `local operator`. Capitals, and spaces at
 * the ends or doubled, make nobody another person.
 */
export interface Directory {
  /** The id of a person, who is entered if nobody of this name was met in the authority before. */
  personId(authority: string, name: string): Promise<string>;
  /**
   * The ids of many people, by the names as given; who was not met before is entered.
   * @param under the ids under which to enter them, by the names as given: of `newPersonId`, used already by a plan
   */
  personIds(authority: string, names: readonly string[], under?: ReadonlyMap<string, string>): Promise<ReadonlyMap<string, string>>;
  /** The ids of those who were met before, by the names as given. Enters nobody: for looking before acting. */
  known(authority: string, names: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /** The names behind ids, as first typed; an id that stands for nobody is left out. */
  nameOf(authority: string, ids: readonly string[]): Promise<ReadonlyMap<string, string>>;
}
