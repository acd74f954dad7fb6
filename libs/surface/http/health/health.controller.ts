import { Controller, Inject } from '@nestjs/common';
import { answer, type StatusAnswer } from '../routes/answer.js';
import { Serves } from '../routes/serves.js';
import { SURFACE, type SurfaceSettings } from '../surface-settings.js';
import { live, ready, type Readiness } from './health.routes.js';
import type { ReadinessCheck } from './readiness.js';
import { Stopping } from './stopping.js';

const LONGEST_CHECK_MS = 2_000;

/** Whether the process lives, and whether it is ready. What is wrong goes to the log, not to the caller. */
@Controller()
export class HealthController {
  constructor(
    @Inject(SURFACE) private readonly settings: SurfaceSettings,
    private readonly stopping: Stopping,
  ) {}

  @Serves(live)
  live(): { status: 'live' } {
    return { status: 'live' };
  }

  @Serves(ready)
  async ready(): Promise<StatusAnswer<200, Readiness> | StatusAnswer<503, Readiness>> {
    const checks = await Promise.all(
      this.settings.readiness.map(async (check) => ({ name: check.name, works: await this.works(check) })),
    );
    const isReady = !this.stopping.hasBegun && checks.every(({ works }) => works);
    return isReady ? answer(200, { status: 'ready', checks }) : answer(503, { status: 'not ready', checks });
  }

  private async works(check: ReadinessCheck): Promise<boolean> {
    try {
      await within(LONGEST_CHECK_MS, check.check());
      return true;
    } catch (error) {
      this.settings.log.warn({ err: error, check: check.name }, 'not ready');
      return false;
    }
  }
}

async function within(ms: number, work: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${ms} ms`)), ms);
  });
  try {
    await Promise.race([work, tooLate]);
  } finally {
    clearTimeout(timer);
  }
}
