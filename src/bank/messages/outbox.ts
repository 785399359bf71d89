/** Senders of the staff channels and of mail. */
import { assert } from '../../lib/assert.ts';
import type { Keys } from '../keys/index.ts';
import { deliveries, type DeliveryTools, forgetting } from './deliveries.ts';
import {
  type DeskNotice,
  isForStaff,
  isPersonal,
  type Notice,
  contentOf,
} from './kinds/registry.ts';
import type { Sources } from './kinds/sources.ts';
import { openMail } from './letters.ts';
import type { DeskMessage, DeskOutboxService, MailMessage, MailService } from './service.ts';
import type { ClaimedMessage } from './store/claims.ts';
import type { Channel, DeskChannel } from './store/outbox.ts';

/** Messages that are deleted when they are sent, one at a time. */
function single<Message>(
  tools: DeliveryTools,
  channel: Channel,
  toMessage: (claimed: ClaimedMessage) => Promise<Message | null>,
) {
  const forget = forgetting(tools);
  const { claim, failed } = deliveries(tools, { channel, runMax: 1 }, async (claimed) => {
    const message = await toMessage(claimed);
    if (message === null) await forget([claimed.id]);
    return message;
  });
  return {
    claim,
    sent: async (id: bigint) => forget([id]),
    failed: async (id: bigint, reason: string, final: boolean) => failed([id], reason, { final }),
  };
}

export const createDeskOutbox = (tools: DeliveryTools, channel: DeskChannel): DeskOutboxService =>
  single(tools, channel, async (claimed): Promise<DeskMessage | null> => {
    const { id, attempts, subject } = claimed;
    assert(isForStaff(subject), 'staff channels get only messages for staff');
    const notice = await contentOf<DeskNotice>(tools.sources, claimed);
    return notice && { id, notice, attempts };
  });

async function codeNotice({ code: find }: Sources, codeId: bigint, code: string) {
  const found = await find(codeId);
  return found && { kind: 'CODE' as const, ...found, code };
}

export const createMail = (tools: DeliveryTools & { readonly keys: Keys }): MailService =>
  single(tools, 'MAIL', async (claimed): Promise<MailMessage | null> => {
    const { keys, sources } = tools;
    const { id, language, attempts, subject, sealed } = claimed;
    assert(sealed !== null, 'a mail has an address');
    const { address, code } = openMail(keys, id, sealed);
    const notice =
      subject.kind === 'CODE'
        ? await codeNotice(sources, subject.codeId, code ?? '')
        : isPersonal(subject)
          ? await contentOf<Notice>(sources, claimed)
          : null;
    return notice && { id, channel: 'MAIL', address, language, notice, attempts };
  });
