import { Controller } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { z } from 'zod';
import { CommandContexts } from '#areas/directory/index.js';
import { authorityCode } from '#domain/authority/authority-code.js';
import * as field from '#domain/kernel/fields.js';
import { command } from '#surface/http/commands/command.js';
import type { Asked } from '#surface/http/routes/route.js';
import { Serves } from '#surface/http/routes/serves.js';
import { measureChanges, type VaryOrCorrectMeasure } from './vary-or-correct-measure.decision.js';
import { VaryOrCorrectMeasureCommand } from './vary-or-correct-measure.handler.js';

const params = z.strictObject({ code: authorityCode, id: field.reference });
const FROZEN = 'Commitments keep what was frozen into them when they were made.';

export const varyMeasureRoute = command({
  path: '/api/authorities/:code/measures/:id/variations',
  tag: 'Measures',
  summary: 'Vary a measure, which has changed',
  description: `State what is different now. ${FROZEN}`,
  params,
  body: measureChanges,
});

export const correctMeasureRoute = command({
  path: '/api/authorities/:code/measures/:id/corrections',
  tag: 'Measures',
  summary: 'Correct a measure, which was typed wrong',
  description: `State what is to be different. ${FROZEN} Correct them too where the slip reached them.`,
  params,
  body: measureChanges,
});

type Change = Asked<typeof varyMeasureRoute>;

@Controller()
export class VaryOrCorrectMeasureApi {
  constructor(
    private readonly commands: CommandBus,
    private readonly contexts: CommandContexts,
  ) {}

  @Serves(varyMeasureRoute)
  vary(asked: Change) {
    return this.change(asked, 'variation');
  }

  @Serves(correctMeasureRoute)
  correct(asked: Change) {
    return this.change(asked, 'entry error');
  }

  private async change({ params, body, ...sender }: Change, because: VaryOrCorrectMeasure['because']) {
    const input = { ...body, measure: params.id, because };
    const context = await this.contexts.of(sender, params.code, 'vary-or-correct-measure', input);
    return this.commands.execute(new VaryOrCorrectMeasureCommand(context, input));
  }
}
