import { applyDecorators, createParamDecorator, Get, Post, SetMetadata, UseInterceptors, type ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';
import { ApiInterceptor, ASKED, ROUTE } from './api.interceptor.js';
import type { ApiRoute } from './route.js';

type Handler<Request, Answer> = (asked: Request) => Promise<Answer> | Answer;

/**
 * Marks the method of a controller that serves a route. The method takes one argument, the validated request, and
 * returns the answer; the compiler checks both against the route.
 */
export function Serves<Asked, Answer>(route: ApiRoute<Asked, Answer>) {
  return <Method extends Handler<Asked, Answer>>(
    target: object,
    key: string | symbol,
    descriptor: TypedPropertyDescriptor<Method>,
  ): void => {
    const address = route.method === 'GET' ? Get(route.path) : Post(route.path);
    applyDecorators(address, SetMetadata(ROUTE, route), UseInterceptors(ApiInterceptor))(target, key, descriptor as PropertyDescriptor);
    askedFor()(target, key, 0);
  };
}

const askedFor = createParamDecorator((_data: unknown, context: ExecutionContext) => {
  return context.switchToHttp().getRequest<Request & { [ASKED]?: unknown }>()[ASKED];
});
