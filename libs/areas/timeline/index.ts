export { ContractTimelineQuery } from './contract-timeline/contract-timeline.query.js';
export { eventInWords, EventTeller, type ToldEvent, toldEvent } from './event-teller.js';
export { digestsIn, peopleIn } from './facts.js';
export { TimelineModule, TimelineRoutes } from './timeline.module.js';
