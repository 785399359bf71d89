/** A shared account in the page: two managers, a member with an allowance, and an approval. */
import { password } from './page-user.mjs';

const reads = async ({ page }, text) => page.getByText(text).first().waitFor();

/** Pages of three customers; Clara is in her direct messages, the others in the bank's channel. */
export async function playShared({ anna, ben, clara, picture }) {
  const account = 'Rowing club';
  const invite = async (name, role, values) => {
    await anna.press('Invite');
    await anna.choose('member', name);
    await anna.page.getByRole('dialog').getByText(role, { exact: true }).click();
    await anna.fill(values);
    await anna.press('Confirm');
    await anna.fill({ proof: password });
    await anna.last().getByText('Invitation sent').first().waitFor();
  };

  await anna.command('account share open');
  await anna.fill({ name: account });
  await anna.press('Confirm', 'Shared account opened');
  await invite('Clara', 'Manager', {});
  await invite('Ben', 'Spender', { allowance: '50' });
  await reads(clara, 'You are invited to');
  await clara.press('Accept');
  await reads(clara, 'You are now a member');
  await ben.command('account share invitations');
  await ben.press('Accept', 'You are now a member');

  await anna.command('account share rule');
  await anna.fill({ above: '30' });
  await anna.press('Confirm');
  await anna.fill({ proof: password });
  await anna.last().getByText('The other managers decide.').waitFor();
  await reads(clara, 'wants to change which payments need an approval');
  await clara.press('Approve');
  await reads(clara, 'rule approved');
  await anna.option('deposit', { amount: '300', into: account });
  await anna.press('Confirm', 'Deposited 300.00 GEM');
  await ben.option('transfer', { amount: '12.50', member: 'Deniz', memo: 'oars', from: account });
  await ben.press('Confirm', 'Sent 12.50 GEM');
  await ben.option('transfer', { amount: '35', member: 'Deniz', memo: 'boat hire', from: account });
  await ben.press('Confirm', 'The money is set aside.');
  await reads(clara, 'wants to pay 35.00 GEM');
  await picture(clara, 'approval');
  await clara.press('Approve');
  await reads(clara, 'payment approved');
  await anna.option('history', { account });
  await anna.last().getByText('by Ben O. · approved by managers').waitFor();
  await anna.page.setViewportSize({ width: 1280, height: 640 });
  await anna.last().scrollIntoViewIfNeeded();
  await picture(anna, 'shared-history');
}
