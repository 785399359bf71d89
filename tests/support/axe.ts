import axe from 'axe-core';
import type { Page } from 'playwright-core';

interface AxeResults {
  readonly violations: readonly {
    readonly id: string;
    readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
  }[];
}

/** The list above the composer follows the arrow keys, which axe expects only of comboboxes. */
const isScrolledByKeys = (rule: string, html: string): boolean =>
  rule === 'scrollable-region-focusable' && html.includes('class="picker-list"');

/** Problems that axe finds in the current page, one line each. */
export async function axeFindings(page: Page): Promise<string[]> {
  if (!(await page.evaluate('"axe" in globalThis'))) await page.evaluate(axe.source);
  // Violations are complete either way; without the option axe also describes what passed.
  const results: AxeResults = await page.evaluate(
    'axe.run(document, { resultTypes: ["violations"] })',
  );
  return results.violations.flatMap(({ id, nodes }) =>
    nodes
      .filter(({ html }) => !isScrolledByKeys(id, html))
      .map(({ html, failureSummary }) => `${id}: ${html.slice(0, 160)} ${failureSummary ?? ''}`),
  );
}
