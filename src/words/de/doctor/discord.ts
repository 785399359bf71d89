/** What the doctor finds on Discord. */

export const discord = {
  sandbox: 'Kein Discord-Token ist eingestellt: Die Bank läuft mit der Sandbox.',
  login: {
    well: (name: string) => `Discord kennt den Bot als ${name}.`,
    refused: {
      says: 'Discord nimmt das Token nicht an.',
      advice: 'Kopiere ein neues Token aus dem Entwicklerportal nach DISCORD_TOKEN.',
    },
    unreachable: (code: string) => ({
      says: `Discord antwortet nicht (${code}).`,
      advice: 'Prüfe das Netz und DISCORD_API_URL, falls es gesetzt ist.',
    }),
  },
  servers: {
    well: (count: number) =>
      count === 1 ? 'Der Bot ist auf einem Server.' : `Der Bot ist auf ${count} Servern.`,
    none: (invite: string) => ({
      says: 'Der Bot ist auf keinem Server.',
      advice: `Lade ihn ein: ${invite}`,
    }),
  },
  commands: {
    well: 'Alle Befehle sind registriert.',
    differ: {
      says: 'Discord führt andere Befehle auf, als diese Version von Passbook hat.',
      advice: 'Starte die Bank, sie registriert sie.',
    },
  },
  staffServer: {
    well: (name: string) => `Der Bot ist auf dem Personalserver ${name}.`,
    none: {
      says: 'Kein Personalserver ist eingestellt: Es gibt keine Befehle für das Personal.',
      advice: 'Nutze /setup auf Discord oder setze DISCORD_STAFF_GUILD_ID.',
    },
    absent: (invite: string) => ({
      says: 'Der Bot ist nicht auf dem Personalserver.',
      advice: `Korrigiere DISCORD_STAFF_GUILD_ID oder lade den Bot ein: ${invite}`,
    }),
  },
  channel: {
    well: (name: string) => `Der Bot kann in #${name} schreiben.`,
    none: (setting: string) => ({
      says: `${setting} ist nicht gesetzt: Dorthin geht keine Karte und keine Zeile.`,
      advice: `Nutze /setup auf Discord oder setze ${setting} auf einen Kanal des Personalservers.`,
    }),
    absent: (setting: string) => ({
      says: `Der Bot sieht den Kanal von ${setting} nicht.`,
      advice: 'Korrigiere die Einstellung oder gib dem Bot dort das Recht „Kanal anzeigen“.',
    }),
    elsewhere: (setting: string, name: string) => ({
      says: `#${name}, der Kanal von ${setting}, ist nicht auf dem Personalserver.`,
      advice: 'Wähle einen Kanal des Personalservers: Seine Karten sind nur für das Personal.',
    }),
    mayNot: (name: string, permissions: string) => ({
      says: `Dem Bot fehlen Rechte in #${name}: ${permissions}.`,
      advice: 'Gib sie der Rolle des Bots in den Einstellungen des Kanals.',
    }),
  },
  permissions: { ViewChannel: 'Kanal anzeigen', SendMessages: 'Nachrichten senden' },
  members: {
    well: 'Der Bot darf lesen, wer eine Rolle hat.',
    none: {
      says: 'Der Bot darf nicht lesen, wer eine Rolle hat: Eine Anforderung kann keine nennen.',
      advice: 'Schalte im Entwicklerportal „Server Members Intent“ ein.',
    },
  },
};
