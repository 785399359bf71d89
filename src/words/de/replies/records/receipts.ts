/** Cards of receipts and of their verification. */
export const receipts = {
  title: 'Quittung',
  picture: 'Die Quittung mit ihrem Code als QR-Code',
  code: 'Code',
  asText: 'Text',
  note:
    'Jeder kann den Code mit `/verify` prüfen. Fremde sehen keinen Betrag, solange der ' +
    'Zahler es nicht erlaubt.',
  shown: 'Wer einen Code hat, sieht Betrag und Tag deiner Zahlungen.',
  hidden: 'Fremde erfahren durch den Code nur, dass die Quittung echt ist, nicht Betrag oder Tag.',
  show: 'Betrag allen zeigen',
  hide: 'Betrag verbergen',
  textNote: 'Gib diese Datei oder ihren Text an `/verify`: Jedes Zeichen wird geprüft.',
  another: 'Andere prüfen',
  genuine: 'Echt',
  day: 'Tag',
  whole: 'Jedes Zeichen des Textes ist so, wie die Bank ihn ausgestellt hat.',
  codeOnly:
    'Der Code gehört zu einer Quittung dieser Bank. Mehr zu zeigen hat der Zahler nicht ' +
    'erlaubt. Um zu prüfen, was auf einer Quittung steht, lass sie dir als Text geben.',
  compare: 'Vergleiche das mit dem, was auf der Quittung steht.',
  noCode: 'In diesem Text ist keine Quittung. Kopiere den Code oder den ganzen Text der Quittung.',
  menu: 'Quittung prüfen',
  reversed: (day: string) => `Storniert am ${day}`,
  unknown: {
    title: 'Unbekannt',
    sentence:
      'Diese Bank hat keine solche Quittung ausgestellt, oder Code oder Text wurden ' +
      'verändert. Kopiere sie noch einmal, oder lass dir die Quittung als Text geben.',
  },
};
