export { OverviewPages } from './overview.module.js';
export { breadcrumbsTo, type Frame, type FramedView, PageFrame } from './page-frame/page-frame.js';
