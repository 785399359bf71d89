/** The card with balances of the past. */
export const pastBalance = {
  title: 'Saldo en un momento',
  at: 'Momento',
  total: 'En total',
  /** In place of a balance that a member of a shared account may not read. */
  beforeJoining: 'antes de que entraras',
  zone: (zone: string) => `Días y horas en ${zone}.`,
  soFar: 'Ese momento aún no ha llegado: este es el saldo hasta ahora.',
  other: 'Otro momento',
  future: 'Ese día está en el futuro. Indica un día que ya haya empezado.',
};
