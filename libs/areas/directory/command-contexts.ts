import { hash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { CommandContext } from '#engine/commands/executor.js';
import { canonicalJson } from '#engine/ledger/canonical-json.js';
import { headOrRefuse } from '#engine/ledger/head-or-refuse.js';
import type { Ledger } from '#engine/ledger/ledger.js';
import { LEDGER } from '#engine/ledger/ledger.token.js';
import type { Directory } from './directory.js';
import { DIRECTORY } from './directory.token.js';
import { RecentlyMet } from './recently-met.js';

/** What accompanies a command, as the surface reads it from the headers and the command line from its options. */
export interface CommandSender {
  /** `Idempotency-Key`. */
  readonly commandId: string;
  /** `If-Match`. */
  readonly ifMatch?: number | undefined;
  /** The name of the person who acts. */
  readonly actingAs: string;
}

/** Makes what a command is recorded under: its actor as an opaque id, and the hash by which a repeat is told. */
@Injectable()
export class CommandContexts {
  /** Authorities that have a ledger; none ever loses it. */
  private readonly open = new Set<string>();
  private readonly met = new RecentlyMet();

  constructor(
    @Inject(DIRECTORY) private readonly directory: Directory,
    @Inject(LEDGER) private readonly ledger: Ledger,
  ) {}

  /**
   * The context of a command.
   * @param command its name, so that one key does not serve two kinds of command
   * @param input all that it asks, with people as their ids (`person`)
   * @throws {Refusal} `not found` for an authority without a ledger
   */
  async of(sender: CommandSender, authority: string, command: string, input: object): Promise<CommandContext> {
    const actor = await this.person(authority, sender.actingAs);
    const request = canonicalJson({ command, authority, input, actor }, 'body');
    return {
      authority,
      commandId: sender.commandId,
      requestHash: hash('sha256', request, 'hex'),
      actor,
      ...(sender.ifMatch === undefined ? {} : { ifMatch: sender.ifMatch }),
    };
  }

  /**
   * The id of a person whom a command names.
   * @throws {Refusal} `not found` for an authority without a ledger: nobody is entered there
   */
  async person(authority: string, name: string): Promise<string> {
    await this.checkOpen(authority);
    return this.met.idOf(authority, name, () => this.directory.personId(authority, name));
  }

  private async checkOpen(authority: string): Promise<void> {
    if (this.open.has(authority)) return;
    await headOrRefuse(this.ledger, authority);
    this.open.add(authority);
  }
}
