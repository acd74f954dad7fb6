import { Inject, Injectable } from '@nestjs/common';
import { type Directory, DIRECTORY } from '#areas/directory/index.js';
import { digestsIn, peopleIn } from '#areas/timeline/index.js';
import { providerEvolution, providerStream } from '#domain/authority/provider.js';
import type { ErasableText } from '#domain/kernel/event.js';
import { refuse } from '#domain/kernel/refusal.js';
import { CommandExecutor } from '#engine/commands/executor.js';
import type { Ledger } from '#engine/ledger/ledger.js';
import { LEDGER } from '#engine/ledger/ledger.token.js';
import type { NamedProvider } from '../store/register-store.js';

/** What stands behind digests and ids. */
export interface Told {
  /** A text that was erased reads “erased”; null where none was given. */
  text(text: ErasableText | null | undefined): string | null;
  /** The text behind a digest. */
  behind(digest: string | null): string | null;
  person(id: string): string;
  provider(reference: string): NamedProvider;
}

interface Named {
  readonly digests?: readonly (string | null)[];
  readonly people?: readonly string[];
  /** To be named as they are registered now. */
  readonly providers?: readonly (string | null)[];
  /** Payloads, or parts of them, whose texts and people are to be told too. */
  readonly payloads?: readonly object[];
}

/** Looks up the texts, people and providers that an answer names. */
@Injectable()
export class Teller {
  constructor(
    @Inject(LEDGER) private readonly ledger: Ledger,
    @Inject(DIRECTORY) private readonly directory: Directory,
    private readonly executor: CommandExecutor,
  ) {}

  async tell(authority: string, { digests = [], people = [], providers = [], payloads = [] }: Named): Promise<Told> {
    const [texts, names, providerNames] = await Promise.all([
      this.ledger.texts(authority, distinct([...digests, ...digestsIn(payloads)])),
      this.directory.nameOf(authority, distinct([...people, ...peopleIn(payloads)])),
      this.providerNames(authority, distinct(providers)),
    ]);
    const behind = (digest: string | null): string | null => (digest === null ? null : (texts.get(digest) ?? 'erased'));
    return {
      text: (text) => (typeof text === 'string' ? text : behind(text?.sha256 ?? null)),
      behind,
      person: (id) => names.get(id) ?? 'somebody who was erased',
      provider: (reference) => ({ reference, name: providerNames.get(reference) ?? '' }),
    };
  }

  /** @throws {Refusal} `not found` for an authority without a ledger */
  async checkAuthority(authority: string): Promise<{ readonly position: number }> {
    const head = await this.ledger.head(authority);
    return head ?? refuse('code', authority, 'must have a ledger', 'Look the code up under /api/authorities.', 'not found');
  }

  private async providerNames(authority: string, references: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const named = references.map(async (reference) => {
      const { terms } = await this.executor.stateOf(authority, providerStream(reference), providerEvolution);
      return [reference, terms?.name ?? ''] as const;
    });
    return new Map(await Promise.all(named));
  }
}

function distinct(given: readonly (string | null)[]): string[] {
  return [...new Set(given)].filter((one) => one !== null);
}
