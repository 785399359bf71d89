/** Cards of receipts and of their verification. */
export const receipts = {
  title: 'Receipt',
  picture: 'The receipt with its code as a QR code',
  code: 'Code',
  asText: 'Text',
  note:
    'Anyone can check the code with `/verify`. It shows no amount to strangers unless the ' +
    'payer allows it.',
  shown: 'Anyone with a code sees the amount and the day of the payments that you made.',
  hidden:
    'Strangers learn from the code only that the receipt is genuine, not the amount or the day.',
  show: 'Show amount to everyone',
  hide: 'Hide amount',
  textNote: 'Give this file, or its text, to `/verify`: every character is checked.',
  another: 'Check another',
  genuine: 'Genuine',
  day: 'Day',
  whole: 'Every character of the text is as the bank issued it.',
  codeOnly:
    'The code belongs to a receipt of this bank. The payer has not allowed others to see ' +
    'more. To check what a receipt says, ask for it as text.',
  compare: 'Compare this with what the receipt says.',
  noCode: 'No receipt is in this text. Copy the code, or the whole text of the receipt.',
  menu: 'Verify receipt',
  reversed: (day: string) => `Reversed on ${day}`,
  unknown: {
    title: 'Unknown',
    sentence:
      'This bank has not issued such a receipt, or its code or text was changed. Copy it ' +
      'again, or ask the payer for the receipt as text.',
  },
};
