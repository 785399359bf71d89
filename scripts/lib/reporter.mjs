/** Counts test results and collects the reasons for skips, for the last lines of `npm test`. */
import { writeFileSync } from 'node:fs';

/** `context.skip(reason)` leaves a note; a skipped group has the reason in its name. */
function reasonOf(test) {
  const note = test.result().note;
  if (note) return note;
  return /\(skipped: (.*?)\)/.exec(test.fullName)?.[1] ?? 'marked in the file';
}

const none = () => ({ passed: 0, failed: 0, skipped: 0 });

export default class Reporter {
  onTestRunEnd(modules, errors) {
    const counts = none();
    /** By the folder below `tests`. */
    const suites = {};
    const skipped = new Map();
    for (const module of modules) {
      const suite = (suites[module.relativeModuleId.split('/')[1]] ??= none());
      const count = (kind) => {
        counts[kind] += 1;
        suite[kind] += 1;
      };
      // A file that cannot be loaded has no tests, but counts as a failure.
      if (module.errors().length > 0) count('failed');
      for (const test of module.children.allTests()) {
        const { state } = test.result();
        const kind = state === 'passed' || state === 'failed' ? state : 'skipped';
        count(kind);
        if (kind !== 'skipped') continue;
        const key = JSON.stringify([module.relativeModuleId, reasonOf(test)]);
        skipped.set(key, (skipped.get(key) ?? 0) + 1);
      }
    }
    counts.failed += errors.length;
    const lines = [...skipped].map(([key, count]) => [...JSON.parse(key), count]);
    writeFileSync(process.env.PASSBOOK_TEST_RESULTS, JSON.stringify({ counts, suites, lines }));
  }
}
