/** Something that must work before requests are worth sending: a database, a projector. */
export interface ReadinessCheck {
  readonly name: string;
  /** Resolves if it works; rejects with what is wrong. */
  check(): Promise<void>;
}
