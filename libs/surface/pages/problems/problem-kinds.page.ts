import { Controller } from '@nestjs/common';
import { z } from 'zod';
import { PROBLEM_KINDS, PROBLEM_PAGE } from '../../http/problem-json/problem.js';
import { page, view, type PageView } from '../page.js';
import { Shows } from '../shows.js';

interface ProblemKindsView extends PageView {
  readonly kinds: readonly { readonly id: string; readonly status: number; readonly title: string }[];
}

const problemKinds = page({
  path: PROBLEM_PAGE,
  params: z.strictObject({}),
  template: new URL('./problem-kinds.njk', import.meta.url),
  view: view<ProblemKindsView>(),
});

/** What the `type` of a problem points to. */
@Controller()
export class ProblemKindsPage {
  @Shows(problemKinds)
  show(): ProblemKindsView {
    const kinds = Object.entries(PROBLEM_KINDS).map(([id, kind]) => ({ id, ...kind }));
    return { title: 'Problems that the API answers with', kinds };
  }
}
