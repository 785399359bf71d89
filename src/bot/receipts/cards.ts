/** The card of a receipt with its files, and the answer to a person who checks one. */
import { hash } from 'node:crypto';
import {
  type Currency,
  type IssuedReceipt,
  type SealedReceipt,
  type VerifiedReceipt,
} from '../../bank/index.ts';
import { pdfReceipt, receiptSheet } from '../../documents/index.ts';
import { instant } from '../../lib/clock.ts';
import { words } from '../../words/index.ts';
import { formatAmount } from '../../words/text/amount.ts';
import { code, md, time } from '../../words/text/markup.ts';
import {
  actionButton,
  type Attachment,
  done,
  facts,
  refuse,
  type Reply,
  show,
  small,
  stepButton,
  text,
  withButtons,
} from '../cards/reply.ts';
import { receiptPicture } from '../pictures/receipt-picture.ts';
import { party } from '../replies/money.ts';

const { receipts: say, labels } = words.replies;

const nameOf = ({ reference }: SealedReceipt, ending: string): string =>
  `receipt-${reference}.${ending}`;

const sheetOf = (issued: IssuedReceipt) => receiptSheet(issued.receipt, issued);

/** With the picture; buttons give the PDF and the text, and let the payer show amounts. */
export async function receiptCard(issued: IssuedReceipt): Promise<Reply> {
  const { id, receipt, code: own, showsAmounts, actor } = issued;
  const name = nameOf(receipt, 'png');
  const card = show(
    say.title,
    { kind: 'image', name, description: say.picture },
    facts([
      [words.replies.shared.labels.by, actor === null ? null : md`${actor}`],
      [say.code, code(own)],
    ]),
    small(showsAmounts === null ? say.note : showsAmounts ? say.shown : say.hidden),
  );
  const token = `${id}`;
  return {
    ...withButtons(
      card,
      actionButton('pdf', words.fields.statementFormats.choices.pdf.label, { token }),
      actionButton('text', say.asText, { token }),
      ...(showsAmounts === null
        ? []
        : [
            actionButton(showsAmounts ? 'hide' : 'show', showsAmounts ? say.hide : say.show, {
              token,
            }),
          ]),
    ),
    attachments: [{ name, bytes: await receiptPicture(sheetOf(issued)) }],
  };
}

const fileReply = (attachments: readonly Attachment[], note: string): Reply => ({
  ...done(say.title, small(note)),
  attachments,
});

export async function receiptPdfReply(issued: IssuedReceipt): Promise<Reply> {
  const pieces: Uint8Array[] = [];
  for await (const piece of pdfReceipt(sheetOf(issued), issued.receipt.bookedAt)) {
    pieces.push(Buffer.from(piece));
  }
  const name = nameOf(issued.receipt, 'pdf');
  const bytes = Buffer.concat(pieces);
  const proof = await issued.proof(hash('sha256', bytes, 'buffer'));
  const proofs = proof === null ? [] : [{ name: `${name}.proof`, bytes: Buffer.from(proof) }];
  return fileReply([{ name, bytes }, ...proofs], say.note);
}

/** The canonical text, of which every character is checked. */
export const receiptTextReply = ({ receipt, text: content }: IssuedReceipt): Reply =>
  fileReply([{ name: nameOf(receipt, 'txt'), bytes: Buffer.from(content) }], say.textNote);

const bookedAt = ({ bookedAt: at }: Pick<SealedReceipt, 'bookedAt'>): Date =>
  instant(Date.parse(`${at.slice(0, 23)}Z`));

export function verifiedReply(found: VerifiedReceipt, currency: Currency): Reply {
  const again = stepButton('edit', say.another);
  if (found.state === 'UNKNOWN') {
    return withButtons(refuse(say.unknown.title, text(say.unknown.sentence)), again);
  }
  const { reference, reversedAt, shown, parties, isWhole } = found;
  const title =
    reversedAt === null ? say.genuine : say.reversed(reversedAt.toISOString().slice(0, 10));
  const make = reversedAt === null ? done : show;
  const card = make(
    title,
    facts([
      [labels.amount, shown === null ? null : formatAmount(shown.amount, currency)],
      [labels.from, parties === null ? null : party(parties.from)],
      [labels.to, parties === null ? null : party(parties.to)],
      [say.day, shown === null ? null : time(bookedAt(shown), 'date')],
      [labels.reference, code(reference)],
    ]),
    text(isWhole ? say.whole : shown === null ? say.codeOnly : say.compare),
  );
  return withButtons(card, again);
}
