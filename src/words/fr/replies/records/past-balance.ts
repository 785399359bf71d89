/** The card with balances of the past. */
export const pastBalance = {
  title: 'Solde à un moment donné',
  at: 'Moment',
  total: 'Au total',
  /** In place of a balance that a member of a shared account may not read. */
  beforeJoining: 'avant votre arrivée',
  zone: (zone: string) => `Jours et heures : ${zone}.`,
  soFar: 'Ce moment n’est pas encore arrivé : voici le solde jusqu’à présent.',
  other: 'Autre moment',
  future: 'Ce jour est à venir. Indiquez un jour déjà commencé.',
};
