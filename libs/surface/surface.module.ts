import { Global, Module, type DynamicModule, type InjectionToken, type ModuleMetadata, type OptionalFactoryDependency } from '@nestjs/common';
import { APP_FILTER, DiscoveryModule } from '@nestjs/core';
import { HealthController } from './http/health/health.controller.js';
import { Stopping } from './http/health/stopping.js';
import { Metrics } from './http/metrics/metrics.js';
import { MetricsController } from './http/metrics/metrics.controller.js';
import { ApiDocsController } from './http/openapi/api-docs.controller.js';
import { RouteCatalogue } from './http/openapi/route-catalogue.js';
import { ProblemFilter } from './http/problem-json/problem.filter.js';
import { SURFACE, type SurfaceSettings } from './http/surface-settings.js';
import { BrandController } from './pages/brand/brand.controller.js';
import { HtmlProblemPages } from './pages/problems/problem-pages.js';
import { ProblemKindsPage } from './pages/problems/problem-kinds.page.js';
import { Templates } from './pages/templates.js';

interface Binding {
  readonly imports?: NonNullable<ModuleMetadata['imports']>;
  readonly inject?: (InjectionToken | OptionalFactoryDependency)[];
  readonly useFactory: (...injected: never[]) => SurfaceSettings | Promise<SurfaceSettings>;
}

/**
 * How the application is reached: everything that routes and pages rest on. An app imports it once, binding it to the
 * engine, and then calls `setUpSurface` on what it created.
 */
@Global()
@Module({})
export class SurfaceModule {
  static boundTo({ imports = [], inject = [], useFactory }: Binding): DynamicModule {
    return {
      module: SurfaceModule,
      imports: [DiscoveryModule, ...imports],
      controllers: [HealthController, MetricsController, ApiDocsController, ProblemKindsPage, BrandController],
      providers: [
        { provide: SURFACE, inject, useFactory },
        RouteCatalogue,
        Metrics,
        Stopping,
        Templates,
        HtmlProblemPages,
        {
          provide: APP_FILTER,
          inject: [SURFACE, HtmlProblemPages, RouteCatalogue],
          useFactory: (settings: SurfaceSettings, pages: HtmlProblemPages, catalogue: RouteCatalogue) =>
            new ProblemFilter(settings.log, pages, (path) => catalogue.methodsAt(path)),
        },
      ],
      exports: [SURFACE, Templates, Metrics, Stopping, RouteCatalogue],
    };
  }
}
