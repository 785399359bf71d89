/** A new passkey: the button leads to the page, where the browser makes it. */
import { BankError } from '../../bank/index.ts';
import { words } from '../../words/index.ts';
import { proofField, searchField } from '../forms/fields.ts';
import { type Form, formFor } from '../forms/form.ts';
import { answerLate } from '../next/late.ts';
import { refusePress } from './fix.ts';
import { look } from './press.ts';
import { offerPage } from './show-form.ts';
import { admitAs, admitForm, type Tools, type Visit } from './visit.ts';

const nameLengthMax = 32;

/** What is sent with the new passkey. */
export const passkeyForm: Form = {
  words: words.page.passkeys.form,
  fields: { name: searchField('passkeyName', nameLengthMax), proof: proofField('currentPassword') },
};

/** After a registration on the page, whose password has just been typed there. */
export const firstPasskeyForm: Form = {
  words: words.page.passkeys.form,
  fields: { name: searchField('passkeyName', nameLengthMax) },
};

/** In the custom id of the form that follows a registration. */
export const afterRegistration = 'registered';

export const passkeyFormFor = (detail: string): Form =>
  detail === afterRegistration ? firstPasskeyForm : passkeyForm;

export async function askPasskey(tools: Tools, visit: Visit): Promise<void> {
  const { exchange, path } = visit;
  const { page } = tools;
  if (page === null || path !== 'security') return answerLate(exchange, 'no-command');
  try {
    await admitForm(tools, visit);
    const [identity] = await look(tools, visit, null);
    const admission = admitAs(tools, visit, identity);
    if (!admission.ok) return await refusePress(visit, admission.refusal, null);
    const form = formFor(passkeyForm, identity?.hasApp === true);
    const id = { path, step: 'passkey', row: null, detail: '' };
    await offerPage(tools, page, visit, { form, id, values: {}, identity });
  } catch (error) {
    if (!(error instanceof BankError)) throw error;
    await refusePress(visit, error, null);
  }
}
