/** The order of test files: with several workers, the longest must start first. */
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/**
 * Folders one after the other, so that a worker which has loaded the bank goes on to files that use
 * it. The torture suite takes longest, and runs beside tests whose time limits are wide: not beside
 * the browser. The pure files are short and fill the end.
 */
const folders = ['torture', 'integration|concurrency|property', 'e2e', 'sandbox', 'unit|tidy'].map(
  (names) => new RegExp(`/tests/(?:${names})/`),
);

/** The longest files of each folder, longest first. */
const early = [
  'tests/torture/short',
  'tests/torture/proxy/late-commit',
  'tests/integration/corpus-screen',
  'tests/integration/access-matrix',
  'tests/integration/db-local-server',
  'tests/integration/access-forged',
  'tests/concurrency/staff-faults',
  'tests/integration/bank-staff-acts',
  'tests/concurrency/faults',
  'tests/integration/bot-resolver',
  'tests/property/bank-model',
  'tests/integration/mail',
  'tests/e2e/lifecycle',
  'tests/e2e/chat-notices',
  'tests/e2e/page-dues',
  'tests/e2e/crash',
  'tests/e2e/page-talk',
  'tests/e2e/chat-outage',
  'tests/e2e/chat-confirm',
  'tests/e2e/chat-dues',
  'tests/e2e/launcher',
  'tests/e2e/page-recovery',
  'tests/e2e/page-staff',
  'tests/e2e/chat-resume',
  'tests/e2e/chat-canaries',
  'tests/e2e/chat-acts',
  'tests/e2e/page-bank',
  'tests/e2e/chat-resolver',
  'tests/sandbox/page-people',
  'tests/sandbox/page-view',
  'tests/sandbox/page-conversation',
  'tests/sandbox/page-typing',
  'tests/sandbox/page-inspector',
  'tests/sandbox/page-apps',
  'tests/sandbox/page-manage',
  'tests/sandbox/page-reading',
  'tests/sandbox/page-access',
  'tests/sandbox/gateway',
  'tests/sandbox/page-back',
  'tests/sandbox/page-long-words',
  'tests/sandbox/page-coverage',
  'tests/sandbox/alone',
  'tests/unit/bot/corpus',
  'tests/unit/bank/order-calendar',
  'tests/unit/bot/talk/reading',
  'tests/unit/talk/corpus',
  'tests/unit/talk/hostile',
  'tests/unit/words/limits',
  'tests/unit/bank/numbers',
  'tests/unit/bot/talk/reading-corpus',
  'tests/tidy/words',
];

function rankOf({ moduleId }: TestSpecification): number {
  const index = early.findIndex((path) => moduleId.endsWith(`${path}.test.ts`));
  return index === -1 ? early.length : index;
}

const folderOf = ({ moduleId }: TestSpecification): number =>
  folders.findIndex((pattern) => pattern.test(moduleId));

export class Order extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    return sorted.toSorted((a, b) => folderOf(a) - folderOf(b) || rankOf(a) - rankOf(b));
  }
}
