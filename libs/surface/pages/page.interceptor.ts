import { Injectable, StreamableFile, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import type { Request, Response } from 'express';
import { map, type Observable } from 'rxjs';
import type { Fault } from '#domain/kernel/refusal.js';
import { inSentences } from '../http/problem-json/problem-of.js';
import { Problem } from '../http/problem-json/problem.js';
import { queryOf, textPart } from '../http/routes/text-part.js';
import { arrivingForm } from './forms/arriving-form.js';
import type { FormRoute } from './forms/form.js';
import { refuseOtherSites } from './forms/refuse-other-sites.js';
import { File, Redirect, type PageRoute, type PageView } from './page.js';
import { Templates } from './templates.js';

/** Under this key the method that shows a page carries it. */
export const PAGE = Symbol('the page that a method shows');
/** Under this key the method that takes a form carries it. */
export const FORM = Symbol('the form that a method takes');
/** Under this key a request carries what its page is asked for. */
export const PAGE_ASKED = Symbol('what a page is asked for');

export type PageHttpRequest = Request & { [PAGE_ASKED]?: unknown };

interface Reader {
  readonly params: ReturnType<typeof textPart>;
  readonly query: ReturnType<typeof textPart>;
}

/** Validates what a page is asked for or sent, and renders the view that its method returns. */
@Injectable()
export class PageInterceptor implements NestInterceptor {
  private readonly readers = new WeakMap<PageRoute, Reader>();

  constructor(private readonly templates: Templates) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const page = Reflect.getMetadata(PAGE, context.getHandler()) as PageRoute;
    const form = Reflect.getMetadata(FORM, context.getHandler()) as FormRoute | undefined;
    const request = context.switchToHttp().getRequest<PageHttpRequest>();
    const response = context.switchToHttp().getResponse<Response>();
    if (form) refuseOtherSites(request);
    const asked = this.asked(page, request);
    request[PAGE_ASKED] = form ? { ...(asked as object), form: arrivingForm(form, request) } : asked;
    if (form) response.status(422);
    return next.handle().pipe(map((shown: PageView | Redirect | File) => this.respond(page, response, shown)));
  }

  private asked(page: PageRoute, request: Request): unknown {
    const read = this.reader(page);
    const wrongAddress: Fault[] = [];
    const params = read.params(Object.entries(request.params as Record<string, string>), wrongAddress);
    if (wrongAddress.length > 0) throw new Problem('not-found', inSentences(wrongAddress), wrongAddress);
    const faults: Fault[] = [];
    const query = read.query(queryOf(request), faults);
    if (faults.length > 0) throw new Problem('invalid', inSentences(faults), faults);
    return page.asked(params, query);
  }

  private reader(page: PageRoute): Reader {
    let reader = this.readers.get(page);
    if (!reader) this.readers.set(page, (reader = { params: textPart(page.params), query: textPart(page.query) }));
    return reader;
  }

  private respond(page: PageRoute, response: Response, shown: PageView | Redirect | File): unknown {
    response.set('Cache-Control', 'no-store');
    if (shown instanceof Redirect) {
      response.status(303).location(shown.to);
      return undefined;
    }
    if (shown instanceof File) {
      response.attachment(shown.fileName);
      return new StreamableFile(shown.bytes, { type: shown.mediaType, length: shown.bytes.length });
    }
    response.type('html');
    return this.templates.render(page.template, shown);
  }
}
