import type { Problem, ProblemKind } from '../../http/problem-json/problem.js';
import type { PageView } from '../page.js';

export interface ProblemView extends PageView {
  readonly paragraphs: readonly string[];
  readonly errors: Problem['errors'];
}

const TITLES: Partial<Record<ProblemKind, string>> = {
  'not-found': 'Page not found',
  'method-not-allowed': 'Page not found',
  invalid: 'There is a problem with this address',
  malformed: 'There is a problem with this address',
  'cross-site': 'This form came from another site',
  failure: 'Sorry, there is a problem with the service',
  unavailable: 'Sorry, the service is unavailable',
  'not-yet': 'The figures are being worked out',
  parked: 'The figures of this authority stand still',
};

/** A problem as the page that a person sees. */
export function problemView(problem: Problem): ProblemView {
  const title = TITLES[problem.kind] ?? 'This request cannot be answered';
  const notFound = problem.kind === 'not-found' || problem.kind === 'method-not-allowed';
  const paragraphs = notFound
    ? [
        'If you typed the web address, check it is correct.',
        'If you pasted the web address, check you copied the entire address.',
        ...(problem.errors.length > 0 ? [problem.detail] : []),
      ]
    : problem.kind === 'failure'
      ? ['Try again later. Nothing that you were told is recorded has been lost.', problem.detail]
      : problem.errors.length > 0
        ? []
        : [problem.detail];
  return { title, paragraphs, errors: notFound ? [] : problem.errors };
}
