import { anyCombination } from './any-combination.js';
import { append } from './append.js';
import { appendUnderSnapshot } from './append-under-snapshot.js';
import { fold } from './fold.js';
import { importing } from './import.js';
import type { Row } from './harness/row.js';
import { knownAt } from './known-at.js';
import { rebuild } from './rebuild.js';
import { rollUp } from './roll-up.js';
import { start } from './start.js';
import { visible } from './visible.js';
import { httpDeliveryReport } from './http-delivery-report.js';

/** The rows of the table of aims, in its order. */
export const rows: readonly Row[] = [append, appendUnderSnapshot, importing, fold, rebuild, rollUp, knownAt, anyCombination, visible, httpDeliveryReport, start];
