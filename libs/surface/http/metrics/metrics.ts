import { Injectable } from '@nestjs/common';
import type { NextFunction, Request, Response } from 'express';
import { collectDefaultMetrics, Histogram, Registry } from 'prom-client';

/** What this process measures of itself. Other parts add their own measures to `registry`. */
@Injectable()
export class Metrics {
  readonly registry = new Registry();

  private readonly duration = new Histogram({
    name: 'svl_http_request_seconds',
    help: 'How long requests took, by method, address and status.',
    labelNames: ['method', 'address', 'status'],
    buckets: [0.005, 0.02, 0.1, 0.5, 2, 10, 30],
    registers: [this.registry],
  });

  constructor() {
    collectDefaultMetrics({ register: this.registry });
  }

  /** Times every request, under the pattern of its address: an address with ids in it would be a measure of its own. */
  readonly timing = (request: Request, response: Response, next: NextFunction): void => {
    const stop = this.duration.startTimer();
    response.once('finish', () => {
      const route = request.route as { readonly path?: unknown } | undefined;
      const address = typeof route?.path === 'string' ? route.path : 'other';
      stop({ method: request.method, address, status: String(response.statusCode) });
    });
    next();
  };
}
