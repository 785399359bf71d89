/** The order of test files: with several workers, the longest must start first. */
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** The longest files, longest first. */
const early = [
  'tests/torture/short',
  'tests/integration/corpus-screen',
  'tests/integration/db-local-server',
  'tests/e2e/lifecycle',
  'tests/e2e/launcher',
  'tests/e2e/crash',
  'tests/integration/access-matrix',
  'tests/sandbox/page-inspector',
];

function rankOf({ moduleId }: TestSpecification): number {
  const index = early.findIndex((path) => moduleId.endsWith(`${path}.test.ts`));
  return index === -1 ? early.length : index;
}

export class Order extends BaseSequencer {
  /** The rest by project, so that files that share a process run one after another. */
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const names = [...new Set(files.map(({ project }) => project.name))];
    const projectOf = (file: TestSpecification) =>
      rankOf(file) < early.length ? -1 : names.indexOf(file.project.name);
    return sorted.toSorted((a, b) => projectOf(a) - projectOf(b) || rankOf(a) - rankOf(b));
  }
}
