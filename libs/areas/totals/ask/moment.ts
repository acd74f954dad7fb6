export { type Moment, momentOf } from '#engine/ledger/moment.js';
