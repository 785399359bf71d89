/** What every screen of the bank's own page is checked for. */
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { axeFindings } from '../support/axe.ts';
import { desktop, phone } from '../support/browser.ts';

/** A folder for screenshots. */
const pictures = process.env['PAGE_PICTURES'];

/** Wide and narrow, light and dark: nothing to scroll sideways, and nothing that axe finds. */
export async function lookAt(page: Page, name: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    for (const [width, size] of Object.entries({ wide: desktop, narrow: phone })) {
      await page.setViewportSize(size);
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(size.width);
      expect(await axeFindings(page)).toEqual([]);
      const path = `${pictures}/own-page-${name}-${colorScheme}-${width}.png`;
      if (pictures) await page.screenshot({ path, fullPage: true });
    }
  }
  await page.emulateMedia({ colorScheme: null });
}
