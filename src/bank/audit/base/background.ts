/** Background work: continues after a failure and reports it. */
import { isTold } from '../../../lib/retry.ts';
import type { BackgroundWork, ReportEvent } from '../../model/index.ts';

/** Never rejects; reports the 1st, 2nd, 4th … failure in a row. */
export function background(report: ReportEvent, work: BackgroundWork) {
  let times = 0;
  return async (run: () => Promise<unknown>): Promise<void> => {
    try {
      await run();
      times = 0;
    } catch (error) {
      times += 1;
      if (isTold(times)) report({ name: 'backgroundFailed', work, times, error });
    }
  };
}
