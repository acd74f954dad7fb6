import { z } from 'zod';

/** What every page has; the layout shows it. */
export interface PageView {
  /** The heading of the page, and with the authority's name its title. */
  readonly title: string;
  readonly authority?: AuthorityView | undefined;
  readonly breadcrumbs?: readonly Breadcrumb[] | undefined;
}

export interface AuthorityView {
  readonly code: string;
  readonly name: string;
  /** `#5a2d81`; the house's own colour where there is none. */
  readonly brandColour?: string | undefined;
}

export interface Breadcrumb {
  readonly text: string;
  readonly href?: string | undefined;
}

/** Says which view model a template takes: `view: view<FirstPageView>()`. It holds nothing. */
export interface ViewType<View> {
  readonly is?: View;
}

export function view<View extends PageView>(): ViewType<View> {
  return {};
}

export interface PageRequest<Params, Query> {
  readonly params: Params;
  readonly query: Query;
}

/** A page: its address, what it takes, and the template that shows its view. Made by `page`, served by `@Shows`. */
export interface PageRoute<Asked = unknown, View = unknown> {
  /** In full, with parameters as `:name`: `/authorities/:code`. */
  readonly path: string;
  readonly params: z.ZodObject;
  readonly query: z.ZodObject;
  readonly template: URL;
  readonly view: ViewType<View>;
  readonly asked: (params: unknown, query: unknown) => Asked;
}

/**
 * A page. Its template lies beside its code: `template: new URL('./first-page.njk', import.meta.url)`. What it does
 * not know in its query it ignores, as pages do.
 */
export function page<Params extends z.ZodObject, View extends PageView, Query extends z.ZodObject = z.ZodObject<Record<never, never>>>(spec: {
  readonly path: string;
  readonly params: Params;
  readonly query?: Query;
  readonly template: URL;
  readonly view: ViewType<View>;
}): PageRoute<PageRequest<z.output<Params>, z.output<Query>>, View> {
  return {
    path: spec.path,
    params: spec.params,
    query: (spec.query ?? z.object({})).loose(),
    template: spec.template,
    view: spec.view,
    asked: (params, query) => ({ params: params as z.output<Params>, query: query as z.output<Query> }),
  };
}

/** A file to keep: `/authorities/:code/totals.csv`. Made by `download`, served by `@Shows`; its handler returns `File`. */
export function download<Params extends z.ZodObject, Query extends z.ZodObject = z.ZodObject<Record<never, never>>>(spec: {
  readonly path: string;
  readonly params: Params;
  readonly query?: Query;
}): PageRoute<PageRequest<z.output<Params>, z.output<Query>>, never> {
  return page({ ...spec, template: new URL('none:'), view: {} as ViewType<never> });
}

/** What a page is asked for: `show(asked: PageAsked<typeof firstPage>)`. */
export type PageAsked<Route> = Route extends PageRoute<infer Request, infer _View> ? Request : never;

/** Instead of a view: look elsewhere (303). */
export class Redirect {
  constructor(readonly to: string) {}
}

/** Instead of a view: a file to keep. */
export class File {
  constructor(
    readonly fileName: string,
    readonly mediaType: string,
    readonly bytes: Buffer,
  ) {}
}
