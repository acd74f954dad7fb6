import { StreamableFile } from '@nestjs/common';
import type { Request, Response } from 'express';
import { atLeast } from '../queries/freshness.js';
import type { SurfaceSettings } from '../surface-settings.js';
import { FileAnswer, StatusAnswer } from './answer.js';
import { requestReader } from './read-request.js';
import type { ApiRoute } from './route.js';

/** Answers one request of a route by a handler, which is given what is asked. */
export type ServeRoute = (
  settings: SurfaceSettings,
  request: Request,
  response: Response,
  handle: (asked: unknown) => unknown,
) => Promise<unknown>;

/** Validates the requests of a route, waits for `atLeast`, and gives the answers their status and headers. */
export function serveRoute(route: ApiRoute): ServeRoute {
  const read = requestReader(route);
  const usual = Number(Object.keys(route.answers)[0]);

  return async (settings, request, response, handle) => {
    const parts = await read(request);
    const asked = route.asked(parts);
    const position = parts.query['atLeast'];
    if (route.projection !== undefined && typeof position === 'number') {
      await atLeast(settings.freshness, String(parts.params['code']), position, route.projection);
    }
    const answered = await handle(asked);
    const { status, body } = answered instanceof StatusAnswer ? answered : { status: usual, body: answered };
    if (settings.checkAnswers) checkAnswer(route, status, body);
    response.status(status).setHeader('Cache-Control', 'no-store');
    if (route.version && status === usual) response.setHeader('ETag', `"${route.version.of(body)}"`);
    return body instanceof FileAnswer ? sentAsFile(body, response) : body;
  };
}

function sentAsFile({ fileName, mediaType, bytes }: FileAnswer, response: Response): StreamableFile {
  response.attachment(fileName);
  return new StreamableFile(bytes, { type: mediaType, length: bytes.length });
}

function checkAnswer(route: ApiRoute, status: number, body: unknown): void {
  const spec = route.answers[status];
  if (!spec) throw new Error(`${route.method} ${route.path} answered ${status}, which it does not say that it does.`);
  const result = spec.schema.safeParse(body);
  if (!result.success) throw new Error(`${route.method} ${route.path} answered what its schema does not allow: ${result.error.message}`);
}
