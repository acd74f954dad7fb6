export { ProjectionStandingsQuery } from './projection-standings/projection-standings.query.js';
export { ReadModelsModule, ReadModelsRoutes } from './read-models.module.js';
export { RetryProjectionCommand } from './retry-projection/retry-projection.handler.js';
