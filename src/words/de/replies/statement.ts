/** The card with a statement's files. */
export const statement = {
  title: (from: string, to: string) => `Kontoauszug, ${from} bis ${to}`,
  entries: (count: number) => (count === 1 ? '1 Buchung' : `${count} Buchungen`),
  opening: 'Anfangssaldo',
  closing: 'Endsaldo',
  closingSoFar: 'Saldo bisher',
  provisional: 'Der Zeitraum ist noch nicht zu Ende, darum ist dieser Auszug vorläufig.',
  zone: (zone: string) => `Tage und Uhrzeiten in ${zone}.`,
  another: 'Anderes Format',
  period: 'Anderer Zeitraum',
  previous: 'Voriger Monat',
  split: 'Der Auszug ist zu groß für eine Datei. Darum gibt es für jeden Monat eine.',
  proof:
    'Die .proof-Datei belegt, dass Salden und Buchungen im Protokoll stehen; jeder kann beide Dateien prüfen.',
  proofSoon:
    'Der Nachweis dieser Buchungen ist in etwa einer Minute bereit; ruf den Auszug dann noch einmal ab.',
  tooLarge: 'Der Auszug ist zu groß für Discord. Wähle einen kürzeren Zeitraum.',
  future: 'Dieser Zeitraum hat noch nicht begonnen. Wähle einen früheren.',
  tooLong: 'Wähle einen Zeitraum von höchstens zehn Jahren.',
  monthOrDays: 'Gib einen Monat oder Tage an, nicht beides.',
};
