/** What the app tells the bot of the settings of `/setup`, and how they take effect. */
import type { DiscordUserId, Session, SetupName } from '../../bank/index.ts';

export interface PresentSetting {
  readonly value: string | null;
  /** The environment sets it, which takes precedence. */
  readonly isFixed: boolean;
}
export type PresentSettings = Readonly<Record<SetupName, PresentSetting>>;

/** A card that is shown anew once the bank is open again. */
export interface WaitingCard {
  readonly token: string;
  readonly person: DiscordUserId;
  readonly session: Session | null;
  readonly isCustomer: boolean;
  readonly language: string;
}

export interface Installation {
  readonly settings: PresentSettings;
  /** The card from which the bank was opened again; null: it was not. */
  readonly waiting: WaitingCard | null;
  /** Opens bank and bot again with the saved settings, after the answers under way. */
  reopen(card: WaitingCard | null): void;
}
