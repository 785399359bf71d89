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
  await page.evaluate(axe.source);
  const results: AxeResults = await page.evaluate('axe.run(document)');
  return results.violations.flatMap(({ id, nodes }) =>
    nodes
      .filter(({ html }) => !isScrolledByKeys(id, html))
      .map(({ html, failureSummary }) => `${id}: ${html.slice(0, 160)} ${failureSummary ?? ''}`),
  );
}
