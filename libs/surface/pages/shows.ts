import { applyDecorators, createParamDecorator, Get, SetMetadata, UseInterceptors, type ExecutionContext } from '@nestjs/common';
import type { File, PageRoute, Redirect } from './page.js';
import { PAGE, PAGE_ASKED, PageInterceptor, type PageHttpRequest } from './page.interceptor.js';

type Handler<Asked, View> = (asked: Asked) => Shown<View> | Promise<Shown<View>>;
type Shown<View> = View | Redirect | File;

/** Marks the method of a controller that answers a page: it is given the validated request and returns the view. */
export function Shows<Asked, View>(page: PageRoute<Asked, View>) {
  return <Method extends Handler<Asked, View>>(
    target: object,
    key: string | symbol,
    descriptor: TypedPropertyDescriptor<Method>,
  ): void => {
    applyDecorators(Get(page.path), SetMetadata(PAGE, page), UseInterceptors(PageInterceptor))(target, key, descriptor as PropertyDescriptor);
    askedFor()(target, key, 0);
  };
}

/** The parameter that a request's validated page or form is given as. */
export const askedFor = createParamDecorator((_data: unknown, context: ExecutionContext) => {
  return context.switchToHttp().getRequest<PageHttpRequest>()[PAGE_ASKED];
});
