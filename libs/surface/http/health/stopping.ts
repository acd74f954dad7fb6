import { Injectable } from '@nestjs/common';

/** Whether the process has begun to stop: it finishes what it has, and is not ready for more. */
@Injectable()
export class Stopping {
  private begun = false;

  get hasBegun(): boolean {
    return this.begun;
  }

  begin(): void {
    this.begun = true;
  }
}
