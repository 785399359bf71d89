/** The order of test files: with several workers, the longest must start first. */
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/**
 * Projects one after the other, so that a worker which has loaded the bank goes on to files that use
 * it. The torture suite takes longest, and runs beside tests whose time limits are wide: not beside
 * the browser. The pure files are short and fill the end.
 */
const projects = ['torture', 'database', 'e2e', 'sandbox', 'pure'];

/** The longest files of each project, longest first. */
const early = [
  'tests/torture/short',
  'tests/torture/proxy/late-commit',
  'tests/integration/db-local-server',
  'tests/concurrency/staff-faults',
  'tests/integration/corpus-screen',
  'tests/concurrency/faults',
  'tests/integration/access-matrix',
  'tests/integration/mail',
  'tests/integration/bank-staff-acts',
  'tests/integration/bot-resolver',
  'tests/e2e/lifecycle',
  'tests/e2e/chat-outage',
  'tests/e2e/crash',
  'tests/e2e/chat-confirm',
  'tests/e2e/launcher',
  'tests/e2e/chat-recovery',
  'tests/e2e/chat-staff',
  'tests/e2e/chat-acts',
  'tests/e2e/chat-resolver',
  'tests/e2e/chat-deposits',
  'tests/e2e/page-talk',
  'tests/e2e/page-staff',
  'tests/e2e/page-recovery',
  'tests/e2e/page-bank',
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
  'tests/unit/bot/talk/reading',
  'tests/unit/talk/hostile',
  'tests/tidy/words',
  'tests/unit/bank/numbers',
];

function rankOf({ moduleId }: TestSpecification): number {
  const index = early.findIndex((path) => moduleId.endsWith(`${path}.test.ts`));
  return index === -1 ? early.length : index;
}

const projectOf = ({ project }: TestSpecification): number => projects.indexOf(project.name);

export class Order extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    return sorted.toSorted((a, b) => projectOf(a) - projectOf(b) || rankOf(a) - rankOf(b));
  }
}
