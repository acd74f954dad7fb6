export { type AskedTimeline, type ContractTimeline, ContractTimelineQuery } from './contract-timeline/contract-timeline.query.js';
export { EventTeller, type ToldEvent, toldEvent } from './event-teller.js';
export { digestsIn, peopleIn } from './facts.js';
export { recordedBy } from './recorded-by.js';
export { textInLine, type TextBehind, textsBehind } from './texts-behind.js';
export { TimelineModule, TimelineRoutes } from './timeline.module.js';
export { eventInWords, type Kind, kindOf, KINDS } from './words/sentences.js';
