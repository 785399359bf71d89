import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { axeFindings } from '../support/axe.ts';
import { desktop, phone, type Visit } from '../support/browser.ts';

/** A folder for screenshots of each step. */
const pictures = process.env['PAGE_PICTURES'];

/** A person at the page: uses only visible controls. */
export class Person {
  readonly page: Page;
  readonly complaints: readonly string[];
  number = '';

  constructor({ page, complaints }: Visit) {
    this.page = page;
    this.complaints = complaints;
  }

  last = () => this.page.locator('.message').last();
  dialog = () => this.page.getByRole('dialog');
  #composer = () => this.page.locator('.composer textarea');

  async command(path: string): Promise<void> {
    await this.#composer().fill(`/${path}`);
    await this.#composer().press('Enter');
    await this.page.keyboard.press('Enter');
  }

  async option(path: string, values: Readonly<Record<string, string>>): Promise<void> {
    await this.#composer().fill(`/${path}`);
    await this.#composer().press('Enter');
    for (const [name, value] of Object.entries(values)) {
      await this.page.keyboard.type(`${name}:`);
      await this.page.keyboard.type(value);
      await this.page.keyboard.press('Tab');
    }
    await this.page.keyboard.press('Enter');
  }

  /** Fills fields by id, ticks boxes by label, and submits. */
  async fill(
    values: Readonly<Record<string, string>>,
    ticked: readonly string[] = [],
  ): Promise<void> {
    await this.dialog().waitFor();
    for (const [id, value] of Object.entries(values)) {
      const field = this.dialog().locator(`[data-field="${id}"]`);
      const text = field.locator('input[type="text"], textarea');
      if ((await text.count()) > 0) await text.fill(value);
    }
    for (const label of ticked) {
      await this.dialog()
        .getByLabel(new RegExp(`^${label}`))
        .check();
    }
    await this.dialog().locator('button[type="submit"]').click();
    await this.dialog().waitFor({ state: 'detached' });
  }

  async press(label: string): Promise<void> {
    await this.last().getByRole('button', { name: label, exact: true }).click();
  }

  /** Opens the mailbox and returns the text of a mail once it arrives. */
  async readMail(subject: string, more: { readonly toOthers?: boolean } = {}): Promise<string> {
    await this.page.getByRole('button', { name: 'Direct messages' }).click();
    await this.page.getByRole('button', { name: /Mailbox/ }).click();
    if (more.toOthers) await this.page.getByLabel(/Also show mail to others/).check();
    const mail = this.page.locator('.mail').filter({ hasText: subject }).first();
    await mail.waitFor();
    if ((await mail.getAttribute('open')) === null) await mail.locator('summary').click();
    return mail.innerText();
  }

  async goToServer(name: string): Promise<void> {
    const servers = this.page.getByRole('navigation', { name: 'Servers' });
    await servers.getByRole('button', { name: new RegExp(name) }).click();
  }

  /** The last card, wide and narrow: nothing is cut off, and it can be used without sight. */
  async look(step: string): Promise<void> {
    for (const [name, size] of [
      ['wide', desktop],
      ['narrow', phone],
    ] as const) {
      await this.page.setViewportSize(size);
      await this.last().scrollIntoViewIfNeeded();
      await this.picture(`${step}-${name}`);
      expect(await this.page.evaluate('document.documentElement.scrollWidth')).toBe(size.width);
      expect(await axeFindings(this.page)).toEqual([]);
    }
    await this.page.setViewportSize(desktop);
  }

  async picture(step: string): Promise<void> {
    if (!pictures) return;
    await this.page.waitForTimeout(150);
    await this.page.screenshot({ path: `${pictures}/${step}.png` });
  }
}
