/** A passkey whose counter has not risen: the customer is notified, and the answer refused. */
import { noteOwnAct } from '../../messages/index.ts';
import type * as m from '../../model/index.ts';
import { BankError } from '../../model/index.ts';
import { changeOwn, type OwnData } from '../details/own.ts';

/** Throws PASSKEY_CLONED. */
export async function refuseClone(
  own: OwnData,
  by: {
    readonly customerId: m.CustomerId;
    readonly discordUserId: m.DiscordUserId;
    readonly place: m.Place;
    readonly id?: m.SessionId;
  },
): Promise<never> {
  const { customerId, discordUserId, place, id = null } = by;
  await changeOwn(own, async (tx, auditId) => {
    const act = { auditId, action: 'PASSKEY_CLONED' as const, sessionId: id };
    await noteOwnAct(tx, own.notify, { customerId, discordUserId, place, ...act });
  });
  throw new BankError('PASSKEY_CLONED');
}
