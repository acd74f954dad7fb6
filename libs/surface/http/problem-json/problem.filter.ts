import { randomUUID } from 'node:crypto';
import { Catch, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { Request, Response } from 'express';
import type { Logger } from 'pino';
import { Problem } from './problem.js';
import { problemOf } from './problem-of.js';

/** Says a problem as a page, to people; who asks the API gets problem+json. */
export interface ProblemPages {
  render(problem: Problem, path: string): string;
}

/** Addresses that machines call: they are answered in JSON whatever the request accepts. */
const MACHINES = /^\/(api|health|metrics)(\/|$)/;

/** Turns every error into an answer: of the kind that its address speaks, and never with anything from inside. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(
    private readonly log: Logger,
    private readonly pages: ProblemPages,
    /** The methods that an address takes, if the API has it. */
    private readonly methodsAt: (path: string) => readonly string[],
  ) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<Request>();
    const response = host.switchToHttp().getResponse<Response>();
    const problem = this.wrongMethod(request, error) ?? problemOf(error) ?? this.failure(error, request);
    if (response.headersSent) {
      response.destroy();
      return;
    }
    response.status(problem.status).set(problem.headers).set('Cache-Control', 'no-store');
    if (wantsPage(request)) response.type('html').send(this.pages.render(problem, request.path));
    else response.type('application/problem+json').send(JSON.stringify(problem.json()));
  }

  private wrongMethod(request: Request, error: unknown): Problem | undefined {
    const problem = problemOf(error);
    if (problem?.kind !== 'not-found' || error instanceof Problem || problem.errors.length > 0) return undefined;
    const methods = this.methodsAt(request.path);
    if (methods.length === 0 || methods.includes(request.method)) return undefined;
    const allow = methods.join(', ');
    return new Problem('method-not-allowed', `This address takes ${allow}.`, [], { Allow: allow });
  }

  private failure(error: unknown, request: Request): Problem {
    const id = randomUUID();
    this.log.error({ err: error, failure: id, method: request.method, path: request.path }, 'a request failed');
    const again = 'A command may be sent again with the same Idempotency-Key: it is never recorded twice.';
    return new Problem('failure', `Quote the number ${id} when you report this. ${again}`);
  }
}

function wantsPage(request: Request): boolean {
  return !MACHINES.test(request.path) && request.accepts(['html', 'application/problem+json', 'json']) === 'html';
}
