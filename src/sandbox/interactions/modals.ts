import type { APIModalInteractionResponseCallbackData } from 'discord-api-types/v10';
import type { Interaction } from './interactions.ts';
import type { OpenModal } from '../protocol/protocol.ts';

interface Opened {
  readonly modal: OpenModal;
  readonly opener: Interaction;
}

/** The one form that each person may have open; a new one replaces it. */
export class Modals {
  readonly #byPerson = new Map<string, Opened>();
  readonly #onChange: (personId: string, modal: OpenModal | null) => void;

  constructor(onChange: (personId: string, modal: OpenModal | null) => void) {
    this.#onChange = onChange;
  }

  open(opener: Interaction, data: APIModalInteractionResponseCallbackData): void {
    const modal: OpenModal = { id: opener.id, channelId: opener.channelId, data };
    this.#byPerson.set(opener.personId, { modal, opener });
    this.#onChange(opener.personId, modal);
  }

  of(personId: string): Opened | null {
    return this.#byPerson.get(personId) ?? null;
  }

  close(personId: string, modalId: string): boolean {
    if (this.#byPerson.get(personId)?.modal.id !== modalId) return false;
    this.#byPerson.delete(personId);
    this.#onChange(personId, null);
    return true;
  }
}
