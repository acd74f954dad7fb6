import type { Request } from 'express';
import { Problem } from '../../http/problem-json/problem.js';

/**
 * Refuses a form that another site's page makes a browser send. Browsers say where a form comes from, in Sec-Fetch-Site
 * or, older ones, in Origin; what says neither is no browser, and does nothing in a person's name that it could not do
 * through the API.
 */
export function refuseOtherSites({ headers }: Pick<Request, 'headers'>): void {
  const site = headers['sec-fetch-site'];
  const own = site === undefined ? headers.origin === undefined || hostOf(headers.origin) === headers.host : site === 'same-origin' || site === 'none';
  if (!own) throw new Problem('cross-site', 'Nothing was done. Open this page at its own address, and send the form from there.');
}

function hostOf(origin: string): string | undefined {
  return URL.canParse(origin) ? new URL(origin).host : undefined;
}
