import type { BulkStore } from './bulk/bulk-store.js';
import type { Locks } from './locks.js';
import type { AnyProjection } from './projection.js';
import type { TableChange } from './row-changes.js';
import type { StoredState } from './stored-state.js';
import type { ProjectionVersions } from './versions.js';

export type { StoredState };

/** An event that a projection could not take. Its authority waits there until an operator retries. */
export interface Parked {
  readonly authority: string;
  readonly position: number;
  readonly eventType: string;
  readonly error: string;
  readonly since: string;
}

/** Where a projection stands in an authority's ledger. */
export interface Standing {
  /** The position of the last event folded; 0 before the first. */
  readonly position: number;
  /** The authority-wide state at that position; absent if it still is the initial one. */
  readonly shared: string | undefined;
  readonly parked: Parked | undefined;
}

/** All that folding the events after `from`, up to `to`, changes: written whole or not at all. */
export interface Flush {
  readonly authority: string;
  readonly from: number;
  readonly to: number;
  readonly changes: readonly TableChange[];
  /** Stream states worth keeping: those that leave the cache, and those that have grown much since last stored. */
  readonly states: readonly StoredState[];
  /** The authority-wide state, if it changed. */
  readonly shared: string | undefined;
}

/**
 * Where a projection's rows, states and checkpoints are kept. Two adapters keep the same promises under one
 * conformance suite: PostgreSQL and memory.
 */
export interface ProjectionStore {
  /** Makes what is not there yet. */
  prepare(): Promise<void>;
  standing(authority: string): Promise<Standing>;
  /** The stored states of these streams, of those that have one. */
  states(authority: string, streams: readonly string[]): Promise<readonly StoredState[]>;
  /**
   * Moves the checkpoint by compare-and-set, and writes the rest. Answers false, and changes nothing, if the
   * checkpoint no longer is at `from`: someone else has been here, and the batch is theirs.
   */
  flush(flush: Flush): Promise<boolean>;
  /**
   * Keeps states outside of a flush. A state is a function of its stream's events alone, so this is safe at any time;
   * of two states of one stream the later stays.
   */
  keepStates(authority: string, states: readonly StoredState[]): Promise<void>;
  /** The position reached in each authority's ledger, of those begun. */
  positions(authorities: readonly string[]): Promise<ReadonlyMap<string, number>>;
  /**
   * Does a step of what is due of an authority's upkeep beside the flushes; answers whether there may be more to do.
   */
  upkeep(authority: string, position: number): Promise<boolean>;
  park(parked: Parked): Promise<void>;
  /** Lets a parked authority go on; answers false if it was not parked. */
  release(authority: string): Promise<boolean>;
  parked(authorities: readonly string[]): Promise<readonly Parked[]>;
}

/** A store under construction beside the live one. */
export interface ShadowStore {
  /** For rows that nobody reads yet: written in bulk. */
  readonly store: ProjectionStore;
  /** The same, to be filled in bulk before anything else. */
  readonly bulk?: BulkStore;
  /** The live store whose place it is to take; undefined where there is none yet. */
  readonly replaces: ProjectionStore | undefined;
  /**
   * Puts the shadow in the live store's place in one act. `lastEvents` is called while no flush to the live store can
   * end, so that readers never see a position go back; once for each attempt, where readers are in the way. Aborted
   * between attempts, it is given up.
   */
  takeOver(lastEvents: () => Promise<void>, signal?: AbortSignal): Promise<void>;
  /** @throws {Error} nobody keeps others any more from building the same: the shadow may be theirs by now */
  check(): Promise<void>;
  /** Removes the shadow again. */
  discard(): Promise<void>;
}

/** The stores of all projections. */
export interface ProjectionStores {
  of(projection: AnyProjection): ProjectionStore;
  /** Begins a shadow of a projection's store; a shadow left behind by an earlier attempt is removed. */
  shadow(projection: AnyProjection): Promise<ShadowStore>;
  readonly versions: ProjectionVersions;
  /** Ends flushes whose process has come to a stand in the middle of one: others wait for what it has written. */
  endStalled(projection: AnyProjection): Promise<void>;
  /** Locks for one engine; `lost` is called when they are lost, before those that are shared are taken again. */
  locks(lost: () => void): Locks;
}
