import { Inject, Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import type { Request, Response } from 'express';
import { map, type Observable } from 'rxjs';
import { SURFACE, type SurfaceSettings } from '../surface-settings.js';
import { atLeast } from '../queries/freshness.js';
import { StatusAnswer } from './answer.js';
import { requestReader } from './read-request.js';
import type { ApiRoute, RequestParts } from './route.js';

/** Under this key the method that serves a route carries it. */
export const ROUTE = Symbol('the route that a method serves');
/** Under this key a request carries what its handler is given. */
export const ASKED = Symbol('what a route is asked for');

/** Validates the request of a route, waits for `atLeast`, and gives the answer its status and headers. */
@Injectable()
export class ApiInterceptor implements NestInterceptor {
  private readonly readers = new WeakMap<ApiRoute, (request: Request) => Promise<RequestParts>>();

  constructor(@Inject(SURFACE) private readonly settings: SurfaceSettings) {}

  async intercept(context: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
    const route = Reflect.getMetadata(ROUTE, context.getHandler()) as ApiRoute;
    const request = context.switchToHttp().getRequest<Request & { [ASKED]?: unknown }>();
    const response = context.switchToHttp().getResponse<Response>();
    const parts = await this.reader(route)(request);
    request[ASKED] = route.asked(parts);
    const position = parts.query['atLeast'];
    if (route.projection !== undefined && typeof position === 'number') {
      await atLeast(this.settings.freshness, String(parts.params['code']), position, route.projection);
    }
    return next.handle().pipe(map((answered: unknown) => this.respond(route, response, answered)));
  }

  private reader(route: ApiRoute): (request: Request) => Promise<RequestParts> {
    let reader = this.readers.get(route);
    if (!reader) this.readers.set(route, (reader = requestReader(route)));
    return reader;
  }

  private respond(route: ApiRoute, response: Response, answered: unknown): unknown {
    const usual = Number(Object.keys(route.answers)[0]);
    const { status, body } = answered instanceof StatusAnswer ? answered : { status: usual, body: answered };
    if (this.settings.checkAnswers) checkAnswer(route, status, body);
    response.status(status).set('Cache-Control', 'no-store');
    if (route.version && status === usual) response.set('ETag', `"${route.version.of(body)}"`);
    return body;
  }
}

function checkAnswer(route: ApiRoute, status: number, body: unknown): void {
  const spec = route.answers[status];
  if (!spec) throw new Error(`${route.method} ${route.path} answered ${status}, which it does not say that it does.`);
  const result = spec.schema.safeParse(body);
  if (!result.success) throw new Error(`${route.method} ${route.path} answered what its schema does not allow: ${result.error.message}`);
}
