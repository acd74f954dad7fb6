import { Controller } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { z } from 'zod';
import { authorityCode } from '#domain/authority/authority-code.js';
import type { JobStatus } from '#engine/jobs/jobs.js';
import type { LedgerVerification } from '#engine/ledger/ledger.js';
import { query } from '#surface/http/queries/query.js';
import type { Asked } from '#surface/http/routes/route.js';
import { Serves } from '#surface/http/routes/serves.js';
import { longWork, workFields, workOf } from '../long-work.js';
import { SeeVerificationQuery, VerifyLedgerCommand } from './verify-ledger.handler.js';

const verification = z
  .strictObject({
    authority: z.string().describe('Whose ledger was verified.'),
    from: z.int().describe('The first entry looked at.'),
    to: z.int().describe('The last entry looked at.'),
    events: z.int().describe('How many entries were looked at.'),
    problems: z
      .array(
        z
          .strictObject({
            position: z.int().nullable().describe('The entry; null where none can be named.'),
            problem: z.string().describe('What is wrong with it.'),
          })
          .meta({ id: 'LedgerProblem' }),
      )
      .describe('What was found wrong; none: the record is intact to entry `to`.'),
    notes: z.array(z.string()).describe('What such a verification cannot find.'),
  })
  .meta({ id: 'Verification' });
const work = z.strictObject({ ...workFields, result: verification.nullable().describe('What was found; null before the end.') }).meta({ id: 'VerificationWork' });

export const verifyLedgerRoute = longWork({
  path: '/api/authorities/:code/verifications',
  tag: 'Upkeep',
  summary: 'Verify a ledger',
  description: 'Recomputes every hash, looks for gaps, and compares with what commands wrote. Answers within 30 seconds, or 202 and where to come back.',
  params: z.strictObject({ code: authorityCode }),
  body: z.strictObject({}),
  work,
});

export const seeVerificationRoute = query({
  path: '/api/authorities/:code/verifications/:id',
  tag: 'Upkeep',
  summary: 'See what a verification found',
  params: z.strictObject({ code: authorityCode, id: z.string().max(200).describe('The `id` that POST verifications answered.') }),
  query: z.strictObject({}),
  answer: work,
});

@Controller()
export class VerifyLedgerApi {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  @Serves(verifyLedgerRoute)
  async verify({ params, commandId }: Asked<typeof verifyLedgerRoute>) {
    return workOf(shown(await this.commands.execute(new VerifyLedgerCommand(params.code, commandId))));
  }

  @Serves(seeVerificationRoute)
  async see({ params }: Asked<typeof seeVerificationRoute>) {
    return shown(await this.queries.execute(new SeeVerificationQuery(params.code, params.id)));
  }
}

function shown({ result, ...status }: JobStatus<LedgerVerification>) {
  return { ...status, result: result && { ...result, problems: result.problems.map(({ position, problem }) => ({ position, problem })), notes: [...result.notes] } };
}
