import { Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { DirectoryModule } from '#areas/directory/index.js';
import { KnownProviders } from './known-providers.js';
import { ListProvidersApi } from './list-providers/list-providers.api.js';
import { ListProvidersHandler } from './list-providers/list-providers.query.js';
import { RegisterProviderApi } from './register-provider/register-provider.api.js';
import { RegisterProviderHandler } from './register-provider/register-provider.handler.js';
import { SeeProviderApi } from './see-provider/see-provider.api.js';
import { SeeProviderHandler } from './see-provider/see-provider.query.js';
import { VaryOrCorrectProviderApi } from './vary-or-correct-provider/vary-or-correct-provider.api.js';
import { VaryOrCorrectProviderHandler } from './vary-or-correct-provider/vary-or-correct-provider.handler.js';

/** Who delivers. */
@Module({
  imports: [CqrsModule],
  providers: [KnownProviders, RegisterProviderHandler, VaryOrCorrectProviderHandler, ListProvidersHandler, SeeProviderHandler],
  exports: [KnownProviders],
})
export class ProvidersModule {}

@Module({
  imports: [CqrsModule, DirectoryModule],
  controllers: [RegisterProviderApi, VaryOrCorrectProviderApi, ListProvidersApi, SeeProviderApi],
})
export class ProvidersRoutes {}
