import type { INestApplication } from '@nestjs/common';
import { ExpressAdapter } from '@nestjs/platform-express';
import type { OpenAPIObject } from '@nestjs/swagger';
import { type RequestHandler, Router } from 'express';
import type { OpenApiDocument } from './document.js';

const ADDRESS = '/api/docs';

/** Shows people the API by Swagger UI. It is loaded when somebody first looks: it takes as long as a tenth of a start. */
export function apiDocs(document: () => OpenApiDocument): RequestHandler {
  let pages: Promise<RequestHandler> | undefined;
  return (request, response, next) => {
    if (request.path !== ADDRESS && !request.path.startsWith(`${ADDRESS}/`)) return next();
    pages ??= swaggerUi(document);
    pages.then((show) => show(request, response, next), next);
  };
}

/** Its pages, on a router of their own: the application's has all its routes by now. */
async function swaggerUi(document: () => OpenApiDocument): Promise<RequestHandler> {
  const { SwaggerModule } = await import('@nestjs/swagger');
  const router = Router();
  const adapter = new ExpressAdapter(router);
  const pages = { getHttpAdapter: () => adapter, useStaticAssets: adapter.useStaticAssets.bind(adapter) };
  SwaggerModule.setup(ADDRESS, pages as unknown as INestApplication, () => document() as unknown as OpenAPIObject, {
    raw: false,
    customCss: '.swagger-ui .topbar { display: none }',
    customSiteTitle: 'The API of Social Value Ledger',
    swaggerOptions: { validatorUrl: null as unknown as string, docExpansion: 'list' },
  });
  return router;
}
