import type { Logger as NestLogger, LoggerService } from '@nestjs/common';
import type { Request, RequestHandler, Response } from 'express';
import { pino, type Logger } from 'pino';

/** A log on standard error: standard output belongs to what people asked for. `silent` in tests. */
export function surfaceLog(level: 'silent' | 'error' | 'warn' | 'info' | 'debug'): Logger {
  return pino({ level }, pino.destination({ dest: 2, sync: true }));
}

/** Addresses that are asked for so often, or with so little to tell, that nobody wants a line for each. */
const UNTOLD = /^\/(assets|health|metrics)(\/|$)/;

/** One line for each request: no headers, no query, no body, for people's names may be in them. */
export function requestLog(log: Logger): RequestHandler {
  return (request, response, next) => {
    const began = performance.now();
    response.once('close', () => tell(log, request, response, began));
    next();
  };
}

function tell(log: Logger, { method, originalUrl }: Request, { statusCode: status, writableFinished }: Response, began: number): void {
  const level = status >= 500 ? 'error' : 'info';
  if (!log.isLevelEnabled(level)) return;
  const path = originalUrl.split('?', 1)[0]!;
  if (UNTOLD.test(path)) return;
  const line = { req: { method, path }, res: { status }, responseTime: Math.round(performance.now() - began) };
  log[level](line, `${method} ${path} ${status}${writableFinished ? '' : ', broken off'}`);
}

/** Nest's own messages, in the same log; its tale of every route only when debugging. */
export function nestLog(log: Logger): LoggerService {
  const line = (context: unknown): object => (typeof context === 'string' ? { context } : {});
  return {
    log: (message: unknown, context?: unknown) => log.debug(line(context), String(message)),
    warn: (message: unknown, context?: unknown) => log.warn(line(context), String(message)),
    error: (message: unknown, stack?: unknown, context?: unknown) => log.error({ ...line(context), stack }, String(message)),
    debug: (message: unknown, context?: unknown) => log.debug(line(context), String(message)),
    verbose: (message: unknown, context?: unknown) => log.trace(line(context), String(message)),
    fatal: (message: unknown, context?: unknown) => log.fatal(line(context), String(message)),
  } satisfies Pick<NestLogger, 'log' | 'warn' | 'error' | 'debug' | 'verbose' | 'fatal'>;
}
