import type { IncomingMessage, ServerResponse } from 'node:http';
import type { NextFunction, Request, RequestHandler, Response } from 'express';
import helmet, { type HelmetOptions } from 'helmet';
import { Problem } from '../problem-json/problem.js';

/** The one inline script: the line of GOV.UK Frontend's page template that marks the page as having JavaScript. */
const TEMPLATE_SCRIPT = "'sha256-GUQ5ad8JK5KmEWmROf3LZd9ge94daqNvd8xy9YS1iDw='";

const strict = {
  defaultSrc: ["'none'"],
  scriptSrc: ["'self'", TEMPLATE_SCRIPT],
  styleSrc: ["'self'"],
  imgSrc: ["'self'", 'data:'],
  fontSrc: ["'self'"],
  connectSrc: ["'self'"],
  manifestSrc: ["'self'"],
  formAction: ["'self'"],
  frameAncestors: ["'none'"],
  baseUri: ["'none'"],
};

/** Headers that keep a page to itself. The page of the API's documentation writes its own styles. */
export function securityHeaders(options: { readonly https: boolean }): RequestHandler {
  const rest = {
    strictTransportSecurity: options.https,
    referrerPolicy: { policy: 'same-origin' as const },
    xFrameOptions: { action: 'deny' as const },
  };
  const https = options.https ? { upgradeInsecureRequests: [] } : {};
  const pages = headersOf({ ...rest, contentSecurityPolicy: { useDefaults: false, directives: { ...strict, ...https } } });
  const docs = headersOf({
    ...rest,
    contentSecurityPolicy: { useDefaults: false, directives: { ...strict, ...https, styleSrc: ["'self'", "'unsafe-inline'"] } },
  });
  return (request, response, next) => {
    const headers = /^\/api\/docs(\/|$)/.test(request.path) ? docs : pages;
    for (const [name, value] of headers) response.setHeader(name, value);
    next();
  };
}

/** The headers that helmet sets: the same for every answer, so it is asked once. */
function headersOf(options: HelmetOptions): readonly (readonly [string, string])[] {
  const headers: [string, string][] = [['Permissions-Policy', 'camera=(), geolocation=(), microphone=()']];
  const noted = { setHeader: (name: string, value: string) => void headers.push([name, value]), removeHeader: () => undefined };
  helmet(options)({} as IncomingMessage, noted as unknown as ServerResponse, (problem?: unknown) => {
    if (problem) throw problem as Error;
  });
  return headers;
}

/**
 * Answers only to the host names that this server is known by: a page elsewhere, whose name was made to point here
 * (DNS rebinding), is refused.
 */
export function knownHosts(names: readonly string[]): RequestHandler {
  const known = new Set(names.map((name) => name.toLowerCase()));
  return (request: Request, _response: Response, next: NextFunction) => {
    const name = (request.headers.host ?? '').replace(/:\d+$/, '').toLowerCase();
    if (known.has(name)) next();
    else next(new Problem('unknown-host', `Use one of the names that this server is known by: ${names.join(', ')}.`));
  };
}

export const LOOPBACK_NAMES = ['localhost', '127.0.0.1', '[::1]'] as const;
