import type { RequestHandler } from 'express';

/** Handlers one after the other, as one: Express compares the address of each request with each layer that it is given. */
export function inOne(...handlers: readonly RequestHandler[]): RequestHandler {
  return handlers.reduceRight<RequestHandler>(
    (rest, handler) => (request, response, next) => {
      void handler(request, response, (problem?: unknown) => (problem === undefined ? rest(request, response, next) : next(problem)));
    },
    (_request, _response, next) => next(),
  );
}
