/** Messages of the bank, claimed as its senders claim them. */
import type { Bank } from '../../src/bank/bank.ts';
import type { CodeNotice, MailMessage, OutboxMessage } from '../../src/bank/messages/service.ts';
import { parseProofCode } from '../../src/bank/index.ts';
import type * as m from '../../src/bank/model/index.ts';

/** Claims and settles all; each round returns at most one message per person, in order. */
async function takeEach<Message>(
  service: { claim(limit: number): Promise<readonly Message[]> },
  settle: (message: Message) => Promise<void>,
): Promise<Message[]> {
  const all: Message[] = [];
  for (;;) {
    const claimed = await service.claim(50);
    if (claimed.length === 0) return all;
    for (const message of claimed) await settle(message);
    all.push(...claimed);
  }
}

export const takeAll = async <Message extends { readonly id: bigint }>(service: {
  claim(limit: number): Promise<readonly Message[]>;
  sent(id: bigint): Promise<void>;
}): Promise<Message[]> => takeEach(service, async ({ id }) => service.sent(id));
export const takeMail = async (bank: Bank): Promise<MailMessage[]> => takeAll(bank.mail);
export const takeMessages = async ({ outbox }: Bank): Promise<OutboxMessage[]> =>
  takeEach(outbox, async ({ ids }) => outbox.sent(ids));

/** The content of each message, in short: `PASSWORD_CHANGED`, `CODE RECOVERY`, `NEW_LOGIN`. */
export const told = ({ notice }: { readonly notice: MailMessage['notice'] }): string => {
  if (notice.kind === 'SECURITY') return notice.event;
  return notice.kind === 'CODE' ? `CODE ${notice.purpose}` : notice.kind;
};

export function proofCode(text: string): m.ProofCode {
  const result = parseProofCode(text);
  if (!result.ok) throw new Error(result.reason.code);
  return result.value;
}

/** The newest code that was mailed, with the address it went to. */
export async function mailedCode(bank: Bank): Promise<{ address: string; code: m.ProofCode }> {
  const mails = await takeMail(bank);
  const codes = mails.filter(({ notice }) => notice.kind === 'CODE');
  const last = codes.at(-1);
  if (last === undefined) throw new Error(`No code among ${mails.map(told).join(', ')}`);
  return { address: last.address, code: proofCode((last.notice as CodeNotice).code) };
}

/** A valid code that was not issued. */
export const wrongCode = proofCode('0000-0000-0000-0');
export const wrongRecoveryCode = proofCode('0000-0000-0000-0000');

/** The result: `done`, or the code of the refusal. */
export const outcomeOf = async (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'done',
    (error: unknown) => {
      const { code } = error as { readonly code?: unknown };
      if (typeof code !== 'string') throw error;
      return code;
    },
  );
