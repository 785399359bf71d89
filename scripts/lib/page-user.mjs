/** Acts as one person in the chat page, for the screenshots. */

export const password = 'quartz lantern voyage 41';
let phones = 2_000_000;

export class PageUser {
  static async open(browser, address, size) {
    const context = await browser.newContext({
      viewport: size,
      locale: 'en-US',
      timezoneId: 'UTC',
      reducedMotion: 'reduce',
    });
    const page = await context.newPage();
    page.setDefaultTimeout(30_000);
    await page.goto(address);
    const user = new PageUser(page);
    await user.#composer().waitFor();
    return user;
  }

  /** Of the account, after the registration. */
  number = '';

  constructor(page) {
    this.page = page;
  }

  last = () => this.page.locator('.message').last();
  #composer = () => this.page.getByRole('textbox', { name: /^Message/ });
  #dialog = () => this.page.getByRole('dialog');

  async command(path) {
    await this.#composer().fill(`/${path}`);
    await this.#composer().press('Enter');
    await this.page.keyboard.press('Enter');
  }

  /** Types into fields of the open form by their ids. */
  async type(values) {
    for (const [id, value] of Object.entries(values)) {
      const field = this.#dialog().locator(`[data-field="${id}"]`);
      await field.locator('input, textarea').fill(value);
    }
  }

  async choose(id, option) {
    await this.#dialog().locator(`[data-field="${id}"] .select`).click();
    await this.page.getByRole('option', { name: option }).click();
  }

  async submit() {
    await this.#dialog().getByRole('button', { name: 'Submit' }).click();
    await this.#dialog().waitFor({ state: 'detached' });
  }

  async fill(values) {
    await this.type(values);
    await this.submit();
  }

  /** Types a command with its options. */
  async option(path, values) {
    await this.#composer().fill(`/${path}`);
    await this.#composer().press('Enter');
    for (const [name, value] of Object.entries(values)) {
      await this.page.keyboard.type(`${name}:`);
      await this.page.keyboard.type(value);
      await this.page.keyboard.press('Tab');
    }
    await this.page.keyboard.press('Enter');
  }

  /** Chooses in the menu of the last answer. */
  async pick(option) {
    await this.last().locator('.select').click();
    await this.page.getByRole('option', { name: option }).first().click();
  }

  async closeGuide() {
    await this.page.locator('.guide .icon-button').click();
  }

  async openMessages() {
    await this.page.getByRole('button', { name: 'Direct messages' }).click();
    await this.page
      .getByRole('button', { name: /^Passbook/ })
      .first()
      .click();
    await this.#composer().waitFor();
  }

  async deposit(amount) {
    await this.command('deposit');
    await this.fill({ amount });
    await this.press('Confirm', 'Deposited');
  }

  /** Presses a button of the last answer, and waits for the result. */
  async press(label, text) {
    await this.last().getByRole('button', { name: label, exact: true }).click();
    if (text) await this.last().getByText(text).first().waitFor();
  }

  async register(details, gender) {
    phones += 1;
    await this.command('register');
    await this.type({ ...details, phone: `+4930${phones}`, date_of_birth: '1990-12-31' });
    await this.#dialog().getByLabel(gender, { exact: true }).check();
    await this.submit();
    await this.press('Choose password');
    await this.type({ password, password_again: password });
    await this.#dialog()
      .getByLabel(/^I accept the terms/)
      .check();
    await this.submit();
    const number = this.last().getByText(/^\d{10}$/);
    await number.waitFor();
    this.number = await number.innerText();
  }

  /** The newest interaction in the inspector, with the first answer opened. */
  async inspectLast() {
    await this.page.keyboard.press('Alt+i');
    const inspector = this.page.getByRole('complementary', { name: 'Inspector' });
    await inspector.locator('.interaction').first().click();
    await inspector.locator('.entry summary').nth(1).click();
    await inspector.getByLabel('The bot sent', { exact: true }).waitFor();
  }
}
