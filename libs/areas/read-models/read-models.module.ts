import { Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { ProjectionStandingsApi } from './projection-standings/projection-standings.api.js';
import { ProjectionStandingsHandler } from './projection-standings/projection-standings.query.js';
import { RetryProjectionApi } from './retry-projection/retry-projection.api.js';
import { RetryProjectionHandler } from './retry-projection/retry-projection.handler.js';

/** How the read models follow the ledgers. */
@Module({ imports: [CqrsModule], providers: [ProjectionStandingsHandler, RetryProjectionHandler] })
export class ReadModelsModule {}

@Module({ imports: [CqrsModule], controllers: [ProjectionStandingsApi, RetryProjectionApi] })
export class ReadModelsRoutes {}
