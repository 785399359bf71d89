/**
 * Presses of *Confirm* that could not be stored in the database, on disk until their outcome was
 * reported: a process that starts later reports it if this one dies.
 */
import { z } from 'zod';
import type { DiscordUserId, RequestId, SessionId } from '../../bank/index.ts';
import type { Notes } from '../../lib/notes.ts';

export interface Press {
  readonly requestId: RequestId;
  readonly discordUserId: DiscordUserId;
  /** The session that pressed. */
  readonly sessionId: SessionId | null;
}

const digits = z.string().regex(/^\d{1,20}$/);
const note = z.object({ discordUserId: digits, sessionId: digits.nullable() });

export interface PressNotes {
  keep(press: Press): Promise<void>;
  remove(requestId: RequestId): Promise<void>;
  /** A damaged note is removed and reported. */
  all(): Promise<readonly Press[]>;
}

function pressIn(name: string, text: string): Press {
  const { discordUserId, sessionId } = note.parse(JSON.parse(text));
  return {
    requestId: BigInt(digits.parse(name)) as RequestId,
    discordUserId: discordUserId as DiscordUserId,
    sessionId: sessionId === null ? null : (BigInt(sessionId) as SessionId),
  };
}

export function createPressNotes(notes: Notes, damaged: (error: unknown) => void): PressNotes {
  return {
    keep: async ({ requestId, discordUserId, sessionId }) => {
      const content: z.input<typeof note> = {
        discordUserId,
        sessionId: sessionId === null ? null : `${sessionId}`,
      };
      await notes.keep(`${requestId}`, JSON.stringify(content));
    },
    remove: async (requestId) => notes.remove(`${requestId}`),
    all: async () => {
      const presses: Press[] = [];
      for (const [name, text] of await notes.all()) {
        try {
          presses.push(pressIn(name, text));
        } catch (error) {
          damaged(error);
          await notes.remove(name);
        }
      }
      return presses;
    },
  };
}
