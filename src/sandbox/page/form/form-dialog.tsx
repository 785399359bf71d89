/** A form opened by the bot. Closing it sends nothing to the bot. */
import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { OpenModal } from '../../protocol/protocol.ts';
import { Icon } from '../parts/icons.tsx';
import { Markdown } from '../parts/markdown.tsx';
import { useBack } from '../state/back.ts';
import { useScene } from '../state/context.ts';
import { FormField } from './form-field.tsx';
import { formParts, formProblems, type Fields } from './form-parts.ts';
import { useStoredFields } from './use-stored-fields.ts';
import { words } from '../words/words.ts';

export interface FormDialogProps {
  readonly modal: OpenModal;
  /** Submitted, and not yet acknowledged by the bot. */
  readonly busy: boolean;
  /** Why the submit failed. */
  readonly failure: string | null;
  readonly onSubmit: (fields: Fields) => void;
  readonly onClose: () => void;
}

export function FormDialog({ modal, busy, failure, onSubmit, onClose }: FormDialogProps) {
  const { view } = useScene();
  const parts = formParts(modal.data);
  const [fields, setFields] = useStoredFields(view.person.id, modal.id, parts);
  const [tried, setTried] = useState(false);
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useOpened(dialog);
  useBack(true, onClose);
  const problems = tried ? formProblems(parts, fields) : {};
  const submit = (): void => {
    if (busy) return;
    setTried(true);
    if (Object.keys(formProblems(parts, fields)).length === 0) onSubmit(fields);
    else queueMicrotask(() => setTimeout(() => focusFirstWrong(dialog.current)));
  };
  return (
    <dialog
      ref={dialog}
      class="dialog form-dialog"
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault();
        if (!busy) onClose();
      }}
    >
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <header class="dialog-head">
          <h2 id={titleId}>{modal.data.title}</h2>
          <button type="button" class="icon-button" aria-label={words().close} onClick={onClose}>
            <Icon name="close" />
          </button>
        </header>
        <div class="dialog-body">
          <p class="form-warning">{words().form.warning(view.bot.name)}</p>
          {parts.map((part, index) =>
            part.kind === 'text' ? (
              <Markdown key={index} text={part.content} />
            ) : (
              <FormField
                key={part.customId}
                part={part}
                value={fields[part.customId] ?? null}
                problem={problems[part.customId] ?? null}
                channelId={modal.channelId}
                onChange={(value) => setFields((known) => ({ ...known, [part.customId]: value }))}
              />
            ),
          )}
        </div>
        <FormFoot busy={busy} failure={failure} onClose={onClose} />
      </form>
    </dialog>
  );
}

type FormFootProps = Pick<FormDialogProps, 'busy' | 'failure' | 'onClose'>;

function FormFoot({ busy, failure, onClose }: FormFootProps) {
  return (
    <footer class="dialog-foot">
      <p class="dialog-failure" role="alert">
        {failure}
      </p>
      <button type="button" class="button plain" onClick={onClose}>
        {words().cancel}
      </button>
      <button
        type="submit"
        class={busy ? 'button primary busy' : 'button primary'}
        aria-busy={busy || undefined}
      >
        <span class="button-face">{words().form.submit}</span>
        {busy && <span class="dots" aria-hidden="true" />}
      </button>
    </footer>
  );
}

/** Shows the dialog as a modal, and restores the focus afterwards. */
function useOpened(dialog: { readonly current: HTMLDialogElement | null }): void {
  useLayoutEffect(() => {
    const element = dialog.current;
    const before = document.activeElement;
    element?.showModal();
    element?.querySelector<HTMLElement>(firstField)?.focus();
    return () => {
      element?.close();
      // The command line that opened the form is gone, so the focus goes to the composer.
      const back = before?.isConnected ? before : document.querySelector('.composer textarea');
      if (back instanceof HTMLElement) back.focus();
    };
  }, [dialog]);
}

const firstField =
  '.field input:not([type="file"]), .field textarea, .field .select, .field .file-choose';

function focusFirstWrong(dialog: HTMLDialogElement | null): void {
  const wrong = dialog?.querySelector<HTMLElement>('[aria-invalid], .option-group.invalid');
  const inside = wrong?.matches('[tabindex="-1"]') ? wrong.querySelector('input') : null;
  (inside ?? wrong)?.focus();
  // Focusing scrolls to the first choice, but the problem's text is below the last one.
  wrong?.closest('.field')?.scrollIntoView({ block: 'nearest' });
}
