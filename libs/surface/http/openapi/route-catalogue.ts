import { Injectable } from '@nestjs/common';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import { ROUTE } from '../routes/serves.js';
import type { ApiRoute } from '../routes/route.js';
import { documentOf, type OpenApiDocument } from './document.js';

/** Every route of the API that this process serves. */
@Injectable()
export class RouteCatalogue {
  private found: readonly ApiRoute[] | undefined;
  private written: OpenApiDocument | undefined;

  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
  ) {}

  routes(): readonly ApiRoute[] {
    return (this.found ??= this.discovery.getControllers().flatMap(({ metatype }) => this.routesOf(metatype?.prototype as object)));
  }

  document(): OpenApiDocument {
    return (this.written ??= documentOf(this.routes()));
  }

  /** The methods that an address of the API takes. */
  methodsAt(path: string): readonly string[] {
    const routes = this.routes().filter((route) => {
      const pattern = route.path.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/:[A-Za-z]+/g, '[^/]+');
      return new RegExp(`^${pattern}/?$`, 'i').test(path);
    });
    return [...new Set(routes.flatMap((route) => (route.method === 'GET' ? ['GET', 'HEAD'] : [route.method])))].sort();
  }

  private routesOf(prototype: object): ApiRoute[] {
    return this.scanner
      .getAllMethodNames(prototype)
      .map((name) => Reflect.getMetadata(ROUTE, (prototype as Record<string, object>)[name] ?? {}) as ApiRoute | undefined)
      .filter((route) => route !== undefined);
  }
}
