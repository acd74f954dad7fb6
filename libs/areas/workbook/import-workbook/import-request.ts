import type { Clock } from '#domain/kernel/clock.js';
import type { EvidenceFiles } from '#engine/files/evidence-files.js';
import type { WorkbookReader } from '../reader/workbook-reader.js';
import type { PlanPorts } from './plan/plan-import.js';

/** How far an import is. */
export interface ImportProgress {
  readonly doing: 'reading' | 'checking' | 'writing';
  readonly done: number;
  /** How many there are in all; undefined while that is not known. */
  readonly of?: number;
}

/** An import, as it is asked for. */
export interface ImportRequest {
  readonly reader: WorkbookReader;
  /** Its id: the same id with the same request answers the first result. */
  readonly commandId: string;
  /** The name of the person who acts. */
  readonly actingAs: string;
  /** The authority that it is for; left out, the one that the workbook names. */
  readonly authority?: string | undefined;
  /** Open the authority under this name, if it has no ledger yet. */
  readonly createAuthority?: string | undefined;
  /** Answer what would happen, and write nothing. */
  readonly check?: boolean | undefined;
  /** Refuse the whole file for one problem. */
  readonly allOrNothing?: boolean | undefined;
  /** Why rows say something else than when they were last imported. */
  readonly reason?: string | undefined;
  /** Whether what they say changed, or was typed wrong. */
  readonly kind?: 'variation' | 'entry-error' | undefined;
  readonly progress?: ((progress: ImportProgress) => void) | undefined;
}

export interface ImportPorts extends PlanPorts {
  readonly evidenceFiles: EvidenceFiles;
  readonly clock: Clock;
}
