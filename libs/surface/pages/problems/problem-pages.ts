import { Injectable } from '@nestjs/common';
import type { Problem } from '../../http/problem-json/problem.js';
import type { ProblemPages } from '../../http/problem-json/problem.filter.js';
import { Templates } from '../templates.js';
import { problemView } from './problem-view.js';

const TEMPLATE = new URL('./problem.njk', import.meta.url);

/** Problems as pages. */
@Injectable()
export class HtmlProblemPages implements ProblemPages {
  constructor(private readonly templates: Templates) {}

  render(problem: Problem): string {
    return this.templates.render(TEMPLATE, problemView(problem));
  }
}
