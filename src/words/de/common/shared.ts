/** Phrases that several areas share. */
import type { ActorRole, InitiatorKind, ProfileField } from '../../../bank/model/index.ts';
import { written } from '../../text/markup.ts';

export const nothingMoved = 'Es wurde kein Geld bewegt.';
export const runAgain = 'Starte den Befehl noch einmal.';
export const emptyPage = 'Diese Seite ist leer.';
export const noMatches = 'Kein Eintrag passt zu diesem Filter.';

export const recoveryCodesLead = written(
  '**Wiederherstellungscodes** werden nur einmal angezeigt und gelten je einmal. Bewahre sie ' +
    'außerhalb von Discord auf.',
);

/** Who or what asked for a movement of money; null where its customer did. */
export const askedBy: Record<InitiatorKind, string | null> = {
  SESSION: null,
  STAFF: 'durch Mitarbeiter',
  ORDER: 'per Dauerauftrag',
  MEMBERS: 'von Verwaltern freigegeben',
  BANK: 'durch die Bank',
  IMPORT: 'bei der Übernahme',
};

/** The parts of a customer's details that can be changed. */
export const detailNames: Record<ProfileField, string> = {
  fullName: 'Name',
  email: 'E-Mail-Adresse',
  phone: 'Telefonnummer',
};

export const roleNames: Record<ActorRole, string> = {
  TELLER: 'Schalter',
  MANAGER: 'Leitung',
  AUDITOR: 'Revision',
  OWNER: 'Inhaber',
};
