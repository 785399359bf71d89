/** The command being filled in: starting it, and checking whether it can be sent. */
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { GuideCommand, OptionValue } from '../../protocol/protocol.ts';
import { useScene } from '../state/context.ts';
import type { CallableCommand } from './callable.ts';
import {
  draftProblems,
  draftValues,
  entryOf,
  settleDraft,
  showProblems,
  startDraft,
  tail,
  type Draft,
} from './draft.ts';
import { exactChoice, optionChoices } from './option-suggestions.ts';
import { fillTyped, type ChoicesOf } from './typed-words.ts';
import { useStoredDraft } from './use-stored-draft.ts';

export interface CommandDraft {
  readonly draft: Draft | null;
  readonly setDraft: (draft: Draft | null) => void;
  readonly begin: (command: CallableCommand, words: string) => void;
  /** The values to send; null after showing problems. */
  readonly settle: () => Readonly<Record<string, OptionValue>> | null;
}

export function useCommand(
  channelId: string,
  commands: readonly CallableCommand[],
  offered: GuideCommand | null,
): CommandDraft {
  const { view } = useScene();
  const [draft, setDraft] = useStoredDraft(`command ${view.person.id} ${channelId}`, commands);
  const choicesOf: ChoicesOf = (option) => optionChoices(option, view, channelId);
  const taken = useRef(offered);
  // A layout effect, because an effect after painting could lose the next key press.
  useLayoutEffect(() => {
    // A command clicked in another channel is not for this one.
    if (offered === taken.current) return;
    const command = commands.find((other) => other.path === offered?.path);
    // The bot may not have registered its commands yet; they come with a later view.
    if (!command || !offered) return;
    taken.current = offered;
    setDraft(fillTyped(startDraft(command), offered.words, choicesOf));
  }, [offered, commands]);
  return {
    draft,
    setDraft,
    begin: (command, words) => setDraft(fillTyped(startDraft(command), words, choicesOf)),
    settle: () => {
      if (!draft) return null;
      const filled = fillTyped(draft, entryOf(draft, tail).text, choicesOf);
      const settled = settleDraft(filled, (option, typed) =>
        exactChoice(typed, choicesOf(option) ?? []),
      );
      if (Object.keys(draftProblems(settled)).length === 0) return draftValues(settled);
      setDraft(showProblems(settled));
      return null;
    },
  };
}
