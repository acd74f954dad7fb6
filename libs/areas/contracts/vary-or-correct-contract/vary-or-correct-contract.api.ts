import { Controller } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { z } from 'zod';
import { CommandContexts } from '#areas/directory/index.js';
import { authorityCode } from '#domain/authority/authority-code.js';
import * as field from '#domain/kernel/fields.js';
import { command } from '#surface/http/commands/command.js';
import type { Asked } from '#surface/http/routes/route.js';
import { Serves } from '#surface/http/routes/serves.js';
import { managerName } from '../manager-name.js';
import { contractChanges, type VaryOrCorrectContract } from './vary-or-correct-contract.decision.js';
import { VaryOrCorrectContractCommand } from './vary-or-correct-contract.handler.js';

const params = z.strictObject({ code: authorityCode, id: field.reference });
const body = contractChanges.extend({ manager: managerName.optional() });

export const varyContractRoute = command({
  path: '/api/authorities/:code/contracts/:id/variations',
  tag: 'Contracts',
  summary: 'Vary a contract, which was changed',
  description: 'State what is different now. A completed contract is not varied.',
  params,
  body,
});

export const correctContractRoute = command({
  path: '/api/authorities/:code/contracts/:id/corrections',
  tag: 'Contracts',
  summary: 'Correct a contract, which was typed wrong',
  description: 'State what is to be different.',
  params,
  body,
});

type Change = Asked<typeof varyContractRoute>;

@Controller()
export class VaryOrCorrectContractApi {
  constructor(
    private readonly commands: CommandBus,
    private readonly contexts: CommandContexts,
  ) {}

  @Serves(varyContractRoute)
  vary(asked: Change) {
    return this.change(asked, 'variation');
  }

  @Serves(correctContractRoute)
  correct(asked: Change) {
    return this.change(asked, 'entry error');
  }

  private async change({ params, body, ...sender }: Change, because: VaryOrCorrectContract['because']) {
    const { manager, ...rest } = body;
    const named = manager === undefined ? {} : { manager: await this.contexts.person(params.code, manager) };
    const input = { ...rest, ...named, contract: params.id, because };
    const context = await this.contexts.of(sender, params.code, 'vary-or-correct-contract', input);
    return this.commands.execute(new VaryOrCorrectContractCommand(context, input));
  }
}
