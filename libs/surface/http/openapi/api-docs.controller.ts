import { Controller, Get, Header } from '@nestjs/common';
import { RouteCatalogue } from './route-catalogue.js';

/** The document itself; its page at /api/docs is set up with the server. */
@Controller()
export class ApiDocsController {
  constructor(private readonly catalogue: RouteCatalogue) {}

  @Get('/api/openapi.json')
  @Header('Content-Type', 'application/json; charset=utf-8')
  document(): string {
    return JSON.stringify(this.catalogue.document(), null, 2);
  }
}
