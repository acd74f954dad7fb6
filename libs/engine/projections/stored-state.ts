/** The state of a stream as text, after its first `version` events, the last of them at `position`. */
export interface StoredState {
  readonly stream: string;
  readonly version: number;
  readonly position: number;
  readonly text: string;
}
