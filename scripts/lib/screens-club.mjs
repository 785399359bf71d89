/** A small club in the page: dues of everyone with a role, rent, the inbox, and what staff see. */
import { PageUser, password } from './page-user.mjs';

const size = { width: 1280, height: 860 };
const members = ['Clara Berg', 'Deniz Conti', 'Emil Dubois', 'Fatou Endo'];
const reason = 'asked by phone';

/**
 * Anna and Ben are customers with these account numbers; `picture` saves what a person sees.
 * Returns the pages of Anna and Ben in the bank's channel, and of Clara in her direct messages.
 */
export async function playClub(browser, { pageUrl, annasNumber, bensNumber, picture }) {
  const control = async (method, path, body) => {
    const response = await fetch(new URL(`control${path}`, pageUrl), {
      method,
      ...(body && { body: JSON.stringify(body) }),
    });
    if (!response.ok) throw new Error(`${path}: ${await response.text()}`);
    return response.json();
  };
  const people = async () => control('GET', '/people');
  const idOf = async (name) => (await people()).find((one) => one.displayName === name).id;
  const servers = await control('GET', '/servers');
  const serverOf = (name) => servers.find((one) => one.name === name);
  const { id: club, channels } = serverOf('Gem Market');
  const { roles } = await control('POST', `/servers/${club}/roles`, { name: 'Rowers' });
  const role = roles.find(({ name }) => name === 'Rowers').id;
  const sit = async (name, channel) => {
    const user = await PageUser.open(
      browser,
      `${pageUrl}#/${await idOf(name)}/${channel.id}`,
      size,
    );
    await user.closeGuide();
    return user;
  };

  const payers = [];
  for (const name of members) {
    const [displayName] = name.split(' ');
    await control('POST', '/people', { displayName });
    const id = await idOf(displayName);
    await control('PUT', `/servers/${club}/members/${id}`, { roles: [role] });
    const payer = await sit(displayName, channels[0]);
    await payer.openMessages();
    const email = `${displayName.toLowerCase()}@sandbox.example`;
    await payer.register({ full_name: name, email }, 'Female');
    await payer.deposit('50');
    payers.push(payer);
  }
  await control('PUT', `/servers/${club}/members/${await idOf('Ben')}`, { roles: [role] });

  const anna = await sit('Anna', channels[0]);
  await anna.command('request create');
  await anna.choose('role', 'Rowers');
  await anna.fill({ amount: '10', memo: 'dues 2027' });
  await anna.press('Confirm', '5 people asked for 50.00 GEM');
  const [clara, deniz, emil, fatou] = payers;
  await clara.page.getByText('You are asked for 10.00 GEM').first().waitFor();
  await picture(clara, 'request');
  for (const payer of [clara, deniz]) {
    await payer.press('Pay', 'This pays a request by Anna');
    await payer.press('Confirm', 'Sent 10.00 GEM');
  }
  await emil.press('Decline', 'Request declined');
  await anna.command('request list');
  await anna.last().getByText('2 of 5 paid').first().waitFor();
  await anna.pick(/2 of 5 paid/);
  await anna.last().getByRole('img').first().waitFor();
  await picture(anna, 'dues');

  await anna.option('schedule create', {
    to: bensNumber,
    amount: '120',
    every: 'month',
    day: 'last',
    time_zone: 'Berlin',
    memo: 'rent',
  });
  await anna.press('Confirm');
  await anna.fill({ proof: password });
  await anna.last().getByText('is set up').first().waitFor();
  await anna.command('schedule preview');
  await anna.last().getByRole('img').first().waitFor();
  await picture(anna, 'calendar');

  await fatou.command('inbox');
  await fatou.last().getByText('You are asked for 10.00 GEM').first().waitFor();
  await picture(fatou, 'inbox');

  const mona = await sit('Mona (staff)', serverOf('Bank staff').channels[0]);
  await mona.register({ full_name: 'Mona Adler', email: 'mona@sandbox.example' }, 'Female');
  await mona.option('staff role grant', { member: 'Mona', role: 'MANAGER', reason });
  await mona.last().getByText('Role granted').waitFor();
  await mona.option('staff request list', { account_number: annasNumber });
  await mona.pick(/50.00 GEM/);
  await mona.last().getByRole('img').first().waitFor();
  await picture(mona, 'staff-request');
  return { anna, ben: await sit('Ben', channels[0]), clara };
}
