import { applyDecorators, Get, Inject, Post, Req, Res, SetMetadata } from '@nestjs/common';
import type { Request, Response } from 'express';
import { SURFACE, type SurfaceSettings } from '../surface-settings.js';
import type { ApiRoute } from './route.js';
import { serveRoute, type ServeRoute } from './serve-route.js';

/** Under this key the method that serves a route carries it. */
export const ROUTE = Symbol('the route that a method serves');
/** Under this key a controller holds the settings of the surface, which Nest injects. */
const SETTINGS = Symbol('the settings of the surface');

interface Server {
  readonly [SETTINGS]: SurfaceSettings;
}

type Handler<Request, Answer> = (asked: Request) => Promise<Answer> | Answer;

/**
 * Marks the method of a controller that serves a route. The method takes one argument, the validated request, and
 * returns the answer; the compiler checks both against the route. Nest calls what stands around it with the request as
 * it came: an interceptor would do the same by way of three observables.
 */
export function Serves<Asked, Answer>(route: ApiRoute<Asked, Answer>) {
  return <Method extends Handler<Asked, Answer>>(
    target: object,
    key: string | symbol,
    descriptor: TypedPropertyDescriptor<Method>,
  ): void => {
    descriptor.value = around(route as ApiRoute, descriptor.value!) as unknown as Method;
    const address = route.method === 'GET' ? Get(route.path) : Post(route.path);
    applyDecorators(address, SetMetadata(ROUTE, route))(target, key, descriptor as PropertyDescriptor);
    Inject(SURFACE)(target, SETTINGS);
    Req()(target, key, 0);
    Res({ passthrough: true })(target, key, 1);
  };
}

function around(route: ApiRoute, method: Handler<never, unknown>) {
  // made with the first request: reading schemas for all routes would be waited for at the start
  let serve: ServeRoute | undefined;
  return function (this: Server, request: Request, response: Response): Promise<unknown> {
    serve ??= serveRoute(route);
    return serve(this[SETTINGS], request, response, (asked) => method.call(this, asked as never));
  };
}
