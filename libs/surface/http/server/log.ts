import type { Logger as NestLogger, LoggerService } from '@nestjs/common';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { pino, type Logger } from 'pino';
import { pinoHttp } from 'pino-http';

/** A log on standard error: standard output belongs to what people asked for. `silent` in tests. */
export function surfaceLog(level: 'silent' | 'error' | 'warn' | 'info' | 'debug'): Logger {
  return pino({ level }, pino.destination({ dest: 2, sync: true }));
}

/** One line for each request: no headers, no query, no body, for people's names may be in them. */
export function requestLog(log: Logger) {
  return pinoHttp({
    logger: log,
    quietReqLogger: true,
    autoLogging: { ignore: (request) => /^\/(assets|health|metrics)(\/|$)/.test(request.url ?? '') },
    customLogLevel: (_request, response, error) => (error !== undefined || response.statusCode >= 500 ? 'error' : 'info'),
    customSuccessMessage: said,
    customErrorMessage: said,
    serializers: {
      req: ({ method, url }: { method: string; url: string }) => ({ method, path: url.split('?')[0] }),
      res: ({ statusCode }: { statusCode: number }) => ({ status: statusCode }),
    },
  });
}

function said(request: IncomingMessage, response: ServerResponse): string {
  return `${request.method ?? ''} ${request.url?.split('?')[0] ?? ''} ${response.statusCode}`;
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
