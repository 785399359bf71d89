/** The page in a real browser, with a real bot: commands, messages, forms. */
import { expect, test } from 'vitest';
import { describeInBrowser } from '../support/browser.ts';
import { pageTest } from '../support/page-test.ts';

describeInBrowser('the page', () => {
  const here = pageTest();
  const { address, open, composer, last, dialog, run } = here;

  test('finds commands by a few letters and runs one by keyboard', async () => {
    await composer().pressSequentially('/');
    const options = here.page.getByRole('listbox', { name: 'Commands' }).getByRole('option');
    await expect.poll(() => options.count()).toBe(25);
    await composer().pressSequentially('fopi');
    await expect.poll(() => options.count()).toBe(1);
    expect(await options.first().innerText()).toContain('/form picks');
    await composer().fill('/pi');
    await composer().press('ArrowDown');
    await composer().press('ArrowUp');
    await composer().press('Tab');
    await here.page.keyboard.press('Enter');
    await last().getByText('Pong').waitFor();
    expect(await last().innerText()).toContain('Only you can see this');
    expect(await last().locator('.used').innerText()).toMatch(/Anna Albers\s+used\s+\/ping/);
  });

  test('reports an unknown command, and keeps the typed text', async () => {
    await composer().fill('/nonsense');
    await composer().press('Enter');
    await here.page.getByRole('alert').getByText('There is no command /nonsense here').waitFor();
    expect(await composer().inputValue()).toBe('/nonsense');
    await composer().fill('just words');
    await composer().press('Enter');
    await last().getByText('just words').waitFor();
    expect(await composer().inputValue()).toBe('');
  });

  test('fills in options: required, people, choices, numbers, yes and no', async () => {
    await composer().pressSequentially('/send ');
    await here.page.keyboard.press('Enter');
    await here.page.getByText('This option is required.').waitFor();
    await here.page.keyboard.type('cake');
    await here.page.keyboard.press('Tab');
    await here.page.keyboard.type('mem');
    await here.page.keyboard.press('Enter');
    await here.page.keyboard.type('bo');
    await here.page.keyboard.press('Enter');
    await here.page.keyboard.type('speed:fa');
    await here.page.keyboard.press('Tab');
    await here.page.keyboard.type('times:12');
    await here.page.keyboard.press('Enter');
    await here.page.getByText('The largest value is 9.').waitFor();
    await here.page.keyboard.press('Backspace');
    await here.page.keyboard.press('Tab');
    await here.page.keyboard.type('quiet:true');
    await here.page.keyboard.press('Enter');
    await here.page.keyboard.press('Enter');
    await last().getByText('cake | bo | fast | 1 | true').waitFor();
  });

  test('shows an ephemeral answer to only one person, until it is dismissed', async () => {
    const other = await open(address('bo'));
    await run('ping');
    await last().getByText('Pong').waitFor();
    await run('hello');
    await other.locator('.message').last().getByText('Hello from @Anna Albers').waitFor();
    expect(await other.getByText('Pong').count()).toBe(0);
    const dismissals = here.page.getByRole('button', { name: 'Dismiss message' });
    const before = await dismissals.count();
    await dismissals.last().click();
    await expect.poll(() => dismissals.count()).toBe(before - 1);
    await here.page.reload();
    await composer().waitFor();
    await last().getByText('Hello from').waitFor();
    expect(await dismissals.count()).toBe(before - 1);
  });

  test('shows that the bot is thinking, and that it did not respond', async () => {
    await run('slow');
    await here.page.getByText('Parrot is thinking…').waitFor();
    await last().getByText('Done thinking').waitFor();
    await run('never');
    await last().getByText('The application did not respond').waitFor();
    await last().getByRole('button', { name: 'Dismiss message' }).click();
    await here.page.getByText('The application did not respond').waitFor({ state: 'detached' });
  });

  test('shows a card with all parts, and its buttons work', async () => {
    await run('card');
    const card = here.page.locator('.card').last();
    await card.getByRole('heading', { name: 'A card' }).waitFor();
    await card.getByRole('img', { name: 'A dot' }).waitFor();
    expect(await card.evaluate((node) => getComputedStyle(node, '::before').backgroundColor)).toBe(
      'rgb(54, 179, 126)',
    );
    const link = card.getByRole('link', { name: 'Read more' });
    expect(await link.getAttribute('rel')).toBe('noreferrer noopener');
    await card.getByRole('link', { name: 'notes.txt', exact: true }).waitFor();
    await card.getByRole('combobox', { name: 'Pick a fruit' }).press('ArrowDown');
    await here.page.getByRole('option', { name: 'Pear' }).click();
    await here.page.getByText('Chose pear').waitFor();
    await card.getByRole('combobox', { name: 'Pick people' }).click();
    await here.page.getByRole('option', { name: 'Bo' }).click();
    await here.page.getByRole('option', { name: 'Cem' }).click();
    await here.page.keyboard.press('Escape');
    const { people } = here.world.sandbox;
    await here.page.getByText(`Chose ${people['bo']}, ${people['cem']}`).waitFor();
    // Every state is noted in the page: the bot may answer before a question from here arrives.
    const states = await card.evaluateHandle((node) => {
      const found: (string | null)[][] = [];
      const stateOf = (label: string, attribute: string): string | null => {
        const buttons = [...node.querySelectorAll('button')];
        return (
          buttons.find((one) => one.textContent.trim() === label)?.getAttribute(attribute) ?? null
        );
      };
      new MutationObserver(() => {
        found.push([stateOf('Later', 'aria-busy'), stateOf('Cancel', 'aria-disabled')]);
      }).observe(node, { subtree: true, childList: true, attributes: true });
      return found;
    });
    await card.getByRole('button', { name: 'Later' }).click();
    await here.page.getByText('It is later now').waitFor();
    expect(await states.jsonValue()).toContainEqual(['true', 'true']);
    await card.getByRole('button', { name: 'Confirm' }).click();
    await here.page.getByText('You pressed Confirm').waitFor();
  });

  test('shows classic messages, and marks an unanswered press', async () => {
    await run('classic');
    const message = here.page.locator('.message', { has: here.page.locator('.embed') }).last();
    await message.getByText('Of the old kind').waitFor();
    expect(await message.getByRole('button', { name: 'Off' }).isDisabled()).toBe(true);
    await message.getByRole('button', { name: 'Ignore' }).click();
    await message.getByText('The application did not respond').waitFor();
    expect(await message.getByRole('button', { name: 'Ignore' }).isEnabled()).toBe(true);
  });

  test('renders markdown without running any of it', async () => {
    await run('marks');
    const text = last().locator('.markdown');
    await text.getByRole('heading', { name: 'First heading' }).waitFor();
    expect(await text.locator('strong').innerText()).toBe('bold');
    expect(await text.locator('blockquote').innerText()).toBe('quoted');
    expect(await text.locator('pre').innerText()).toBe('const answer = 42;');
    expect(await text.locator('ul ul li').innerText()).toBe('deeper');
    expect(await text.locator('a').count()).toBe(2);
    expect(await text.innerText()).toContain('<script>alert(2)</script>');
    expect(await text.locator('time').innerText()).toMatch(/in [45] minutes/);
    await text.getByRole('button', { name: 'Spoiler' }).click();
    await text.getByText('secret').waitFor();
    await text.getByRole('button', { name: '/form texts' }).click();
    await here.page.getByText('A form with texts').waitFor();
    await here.page.keyboard.press('Escape');
    await text.getByRole('button', { name: '@Anna Albers' }).click();
    await here.page.getByRole('dialog', { name: 'Profile of Anna Albers' }).waitFor();
  });

  test('fills a text form, marking missing values and keeping the others', async () => {
    await run('form texts');
    const name = dialog().getByLabel('Name');
    await expect.poll(() => name.evaluate((node) => node === document.activeElement)).toBe(true);
    expect(await dialog().getByLabel('Town').inputValue()).toBe('Ulm');
    await here.page.keyboard.press('Enter');
    await dialog().getByText('This field is required.').waitFor();
    expect(await name.getAttribute('aria-invalid')).toBe('true');
    await name.fill('Al');
    await dialog().getByText('Use at least 3 characters.').waitFor();
    await name.fill('x'.repeat(30));
    expect(await name.inputValue()).toHaveLength(20);
    await dialog().getByText('20 / 20').waitFor();
    await dialog().getByLabel('Story').fill('one\ntwo');
    await dialog().getByRole('button', { name: 'Submit' }).click();
    await dialog().waitFor({ state: 'detached' });
    await last().getByText('story="one\\ntwo"').waitFor();
    expect(await last().innerText()).toContain('town="Ulm"');
  });

  test('keeps an unanswered form, which can be submitted again', async () => {
    await run('form texts');
    await dialog().getByLabel('Name').fill('silence');
    await dialog().getByRole('button', { name: 'Submit' }).click();
    await dialog().getByText('Something went wrong. Try again.').waitFor();
    await dialog().getByLabel('Name').fill('words');
    await dialog().getByRole('button', { name: 'Submit' }).click();
    await last().getByText('name="words"').waitFor();
  });

  test('closes a form with Escape and restores the focus', async () => {
    await run('form texts');
    await dialog().waitFor();
    for (let presses = 0; presses < 12; presses += 1) {
      await here.page.keyboard.press('Tab');
      const outside = await here.page.evaluate(() => {
        const { activeElement: at, body } = document;
        return at !== null && at !== body && !at.closest('dialog');
      });
      expect(outside).toBe(false);
    }
    await here.page.keyboard.press('Escape');
    await dialog().waitFor({ state: 'detached' });
    await expect
      .poll(() => composer().evaluate((node) => node === document.activeElement))
      .toBe(true);
  });

  test('fills a form with choices', async () => {
    await run('form picks');
    await dialog().getByRole('button', { name: 'Submit' }).click();
    await expect.poll(() => dialog().getByText('This field is required.').count()).toBe(4);
    await dialog().getByRole('radio', { name: 'Large' }).check();
    await dialog().getByRole('checkbox', { name: 'Nuts' }).check();
    await dialog().getByRole('checkbox', { name: 'Honey' }).check();
    expect(await dialog().getByRole('checkbox', { name: 'Cream' }).isDisabled()).toBe(true);
    await dialog().getByRole('checkbox', { name: 'I agree' }).check();
    await dialog().getByRole('combobox', { name: 'Colour' }).press('ArrowDown');
    await here.page.keyboard.press('g');
    await here.page.keyboard.press('Enter');
    await dialog().getByRole('combobox', { name: 'Friend' }).click();
    await here.page.keyboard.type('cem');
    await here.page.keyboard.press('Enter');
    await dialog().getByRole('button', { name: 'Submit' }).click();
    await dialog().waitFor({ state: 'detached' });
    await last().getByText('size="l"').waitFor();
    const text = await last().innerText();
    expect(text).toContain('toppings=["nuts","honey"]');
    expect(text).toContain('agree=true');
    expect(text).toContain('colour=["green"]');
    expect(text).toContain(`friend=["${here.world.sandbox.people['cem']}"]`);
  });

  test('offers the channels of the server in a form', async () => {
    await run('form selects');
    await dialog().getByRole('combobox', { name: 'Channel' }).click();
    await here.page.getByRole('option', { name: 'quiet-corner' }).click();
    await dialog().getByRole('button', { name: 'Submit' }).click();
    await last().getByText(`channel=["${here.world.sandbox.channels['quiet']}"]`).waitFor();
  });
});
