export { doUpkeep } from './upkeep-jobs.js';
export { UpkeepRoutes } from './upkeep.module.js';
