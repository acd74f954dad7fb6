export { OverviewPages } from './overview.module.js';
