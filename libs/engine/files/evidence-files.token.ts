/** What Nest injects the evidence files by: the port has two adapters. */
export const EVIDENCE_FILES = Symbol('EvidenceFiles');
