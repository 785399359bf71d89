/** Keeps a sent form on the screen until the bot has acknowledged it, as Discord does. */
import { useEffect, useState } from 'preact/hooks';
import type { OpenModal } from '../../protocol.ts';
import { useScene } from '../state/context.ts';
import { FormDialog } from './form-dialog.tsx';
import type { Fields } from './form-parts.ts';

interface Sent {
  readonly modal: OpenModal;
  /** Null until the sandbox has taken it. */
  readonly interactionId: string | null;
}

export function FormHost() {
  const { model, actions } = useScene();
  const [sent, setSent] = useState<Sent | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const interaction = model.interactions.find((other) => other.id === sent?.interactionId);
  const waiting = interaction?.state === 'sent';
  const failed = interaction?.state === 'failed';
  const modal = sent?.modal ?? model.modal;
  useEffect(() => {
    if (!sent?.interactionId || waiting) return;
    setSent(null);
    if (!failed) return;
    setFailure('Something went wrong. Try again.');
    actions.forget(sent.interactionId);
  }, [sent, waiting, failed, actions]);
  useEffect(() => setFailure(null), [model.modal?.id]);
  if (!modal) return null;
  const submit = async (fields: Fields): Promise<void> => {
    setFailure(null);
    setSent({ modal, interactionId: null });
    const interactionId = await actions.submit(modal.id, fields);
    if (interactionId) return setSent({ modal, interactionId });
    setSent(null);
    return setFailure('It was not sent. Look at the notice below, and try again.');
  };
  return (
    <FormDialog
      key={modal.id}
      modal={modal}
      busy={sent !== null}
      failure={failure}
      onSubmit={(fields) => void submit(fields)}
      onClose={() => {
        setSent(null);
        void actions.closeModal(modal.id);
      }}
    />
  );
}
