import { applyDecorators, Post, SetMetadata, UseInterceptors } from '@nestjs/common';
import type { Redirect } from '../page.js';
import { FORM, PAGE, PageInterceptor } from '../page.interceptor.js';
import { askedFor } from '../shows.js';
import type { FormRoute } from './form.js';

type Handler<Asked, View> = (asked: Asked) => Promise<View | Redirect>;

/**
 * Marks the method of a controller that takes a form. It leads elsewhere when all is well; a view that it returns is the
 * page shown again (422), with what is wrong.
 */
export function Takes<Asked, View>(form: FormRoute<Asked, View>) {
  return <Method extends Handler<Asked, View>>(
    target: object,
    key: string | symbol,
    descriptor: TypedPropertyDescriptor<Method>,
  ): void => {
    const marks = [SetMetadata(PAGE, form), SetMetadata(FORM, form), UseInterceptors(PageInterceptor)];
    applyDecorators(Post(form.path), ...marks)(target, key, descriptor as PropertyDescriptor);
    askedFor()(target, key, 0);
  };
}
