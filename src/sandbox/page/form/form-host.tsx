/** Keeps a submitted form open until the bot has acknowledged it, as Discord does. */
import { useEffect, useState } from 'preact/hooks';
import type { OpenModal } from '../../protocol/protocol.ts';
import { useScene } from '../state/context.ts';
import { FormDialog } from './form-dialog.tsx';
import type { Fields } from './form-parts.ts';
import { forgetFields } from './use-stored-fields.ts';
import { words } from '../words/words.ts';

interface Sent {
  readonly modal: OpenModal;
  /** Null until the sandbox has accepted it. */
  readonly interactionId: string | null;
}

export function FormHost() {
  const { model, view, actions } = useScene();
  const [sent, setSent] = useState<Sent | null>(null);
  // A failed form stays open with the typed values, even if the sandbox has closed it.
  const [failed, setFailed] = useState<{ modal: OpenModal; text: string } | null>(null);
  const interaction = model.interactions.find((other) => other.id === sent?.interactionId);
  const state = interaction?.state;
  useEffect(() => {
    if (!sent?.interactionId || state === 'sent') return;
    setSent(null);
    if (state !== 'failed') return;
    setFailed({ modal: sent.modal, text: words().failed });
    actions.forget(sent.interactionId);
  }, [sent, state, actions]);
  const modal = sent?.modal ?? model.modal ?? failed?.modal;
  const isOpen = modal !== undefined && modal !== null;
  useEffect(() => {
    if (!isOpen) forgetFields(view.person.id);
  }, [isOpen, view.person.id]);
  if (!modal) return null;
  const submit = async (fields: Fields): Promise<void> => {
    setFailed(null);
    setSent({ modal, interactionId: null });
    const answer = await actions.submit(modal.id, fields);
    if ('interactionId' in answer) return setSent({ modal, interactionId: answer.interactionId });
    setSent(null);
    return setFailed({ modal, text: answer.refusal });
  };
  return (
    <FormDialog
      key={modal.id}
      modal={modal}
      busy={sent !== null}
      failure={failed?.modal.id === modal.id ? failed.text : null}
      onSubmit={(fields) => void submit(fields)}
      onClose={() => {
        setSent(null);
        setFailed(null);
        void actions.closeModal(modal.id);
      }}
    />
  );
}
