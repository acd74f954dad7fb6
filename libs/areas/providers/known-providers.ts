import { Inject, Injectable } from '@nestjs/common';
import type { Ledger } from '#engine/ledger/ledger.js';
import { LEDGER } from '#engine/ledger/ledger.token.js';

/** Tells whether a reference is that of a provider of the authority. */
export type IsProvider = (reference: string) => boolean;

/** Looks providers up before a decision that names them. */
@Injectable()
export class KnownProviders {
  constructor(@Inject(LEDGER) private readonly ledger: Ledger) {}

  async among(authority: string, references: readonly (string | null)[]): Promise<IsProvider> {
    const asked = [...new Set(references)].filter((reference) => reference !== null);
    const known = await this.ledger.findAll(authority, 'provider', asked);
    return (reference) => known.has(reference);
  }
}
