import { Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { DirectoryModule } from '#areas/directory/index.js';
import { KnownProviders } from './known-providers.js';
import { RegisterProviderApi } from './register-provider/register-provider.api.js';
import { RegisterProviderHandler } from './register-provider/register-provider.handler.js';
import { VaryOrCorrectProviderApi } from './vary-or-correct-provider/vary-or-correct-provider.api.js';
import { VaryOrCorrectProviderHandler } from './vary-or-correct-provider/vary-or-correct-provider.handler.js';

/** Who delivers. */
@Module({
  imports: [CqrsModule],
  providers: [KnownProviders, RegisterProviderHandler, VaryOrCorrectProviderHandler],
  exports: [KnownProviders],
})
export class ProvidersModule {}

@Module({
  imports: [CqrsModule, DirectoryModule],
  controllers: [RegisterProviderApi, VaryOrCorrectProviderApi],
})
export class ProvidersRoutes {}
