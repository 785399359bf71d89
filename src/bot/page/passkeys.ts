/** Passkeys: the list in `/security`, and what was added or removed. */
import type { Passkey } from '../../bank/index.ts';
import { words } from '../../words/index.ts';
import { md, plain, time, written } from '../../words/text/markup.ts';
import {
  actionButton,
  type Button,
  done,
  type Reply,
  show,
  stepButton,
  text,
  withButtons,
} from '../cards/reply.ts';
import { lockButton, passkeysButton } from '../replies/security.ts';

const { passkeys: say } = words.page;

const addButton = (): Button =>
  stepButton('passkey', say.add, 'primary', { command: 'security', row: null });

export function passkeysReply(passkeys: readonly Passkey[]): Reply {
  if (passkeys.length === 0) return withButtons(show(say.title, text(say.none)), addButton());
  const lines = passkeys.map(({ name, createdAt, usedAt }) => {
    const used = usedAt === null ? written(say.unused) : say.used(time(usedAt, 'day'));
    return text(md`**${plain(name)}** · ${say.made(time(createdAt, 'day'))} · ${used}`);
  });
  const removals = passkeys.map(({ id, name }) =>
    actionButton('remove-passkey', say.remove(name), { token: `${id}`, needsProof: true }),
  );
  return withButtons(show(say.title, ...lines), addButton(), ...removals);
}

/** The intent shown where the removal is proved. */
export const removalConfirmed = () => written(say.removeIntent);

export const passkeyAddedReply = (): Reply =>
  withButtons(done(say.added.title, text(say.added.sentence)), passkeysButton(), {
    ...lockButton(),
    label: words.replies.buttons.lockAccount,
  });

export const passkeyRemovedReply = (): Reply =>
  withButtons(done(say.removed.title, text(say.removed.sentence)), passkeysButton());
