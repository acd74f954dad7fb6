import { append } from './append.js';
import { appendUnderSnapshot } from './append-under-snapshot.js';
import type { Row } from './harness/row.js';
import { httpDeliveryReport } from './http-delivery-report.js';

/** The rows of the table of aims, in its order. */
export const rows: readonly Row[] = [append, appendUnderSnapshot, httpDeliveryReport];
