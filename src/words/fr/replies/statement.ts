/** The card with a statement's files. */
export const statement = {
  title: (from: string, to: string) => `Relevé du ${from} au ${to}`,
  entries: (count: number) => (count < 2 ? `${count} opération` : `${count} opérations`),
  opening: 'Solde initial',
  closing: 'Solde final',
  closingSoFar: 'Solde à ce jour',
  provisional: 'La période n’est pas terminée : ce relevé est provisoire.',
  zone: (zone: string) => `Dates et heures : ${zone}.`,
  another: 'Autre format',
  period: 'Autre période',
  previous: 'Mois précédent',
  split: 'Le relevé est trop volumineux pour un seul fichier : il y en a un par mois.',
  proof:
    'Le fichier .proof montre que soldes et écritures sont dans le journal ; chacun peut vérifier les deux fichiers.',
  proofSoon:
    'La preuve de ces écritures sera prête dans une minute environ ; redemandez alors le relevé.',
  tooLarge: 'Le relevé est trop volumineux pour Discord. Choisissez une période plus courte.',
  future: 'Cette période n’a pas commencé. Choisissez-en une plus ancienne.',
  tooLong: 'Choisissez une période de dix ans au plus.',
  monthOrDays: 'Indiquez un mois ou des dates, pas les deux.',
};
