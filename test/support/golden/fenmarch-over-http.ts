import type { RunningServer } from '../running-server.js';
import { FENMARCH } from './fenmarch.js';
import type { FenmarchAnswers } from './fenmarch-check.js';

/** What a running server answers about Fenmarch. */
export function fenmarchOverHttp({ url }: RunningServer): FenmarchAnswers {
  const ask = async <Answer>(path: string, query: Record<string, string>): Promise<Answer> => {
    const answered = await fetch(`${url}/api/authorities/${FENMARCH}/${path}?${new URLSearchParams(query).toString()}`);
    if (answered.status !== 200) throw new Error(`${path} answered ${answered.status}: ${await answered.text()}`);
    return (await answered.json()) as Answer;
  };
  return {
    totals: ({ by, yearBasis, knownAt }) => ask('totals', { by: by.join(','), yearBasis, knownAt: String(knownAt) }),
    kept: ({ by, deliveredTo, knownAt }) => ask('kept', { by: by.join(','), deliveredTo, knownAt: String(knownAt) }),
  };
}
