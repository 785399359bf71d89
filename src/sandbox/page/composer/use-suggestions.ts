/** The bot's choices while an option with autocomplete is typed. */
import { useEffect, useState } from 'preact/hooks';
import type { Choice as Suggested } from '../../protocol/protocol.ts';
import type { Choice } from '../parts/choice.ts';
import { useScene } from '../state/context.ts';
import { draftValues, entryOf, focusedOption, type Draft } from './draft.ts';
import { words } from '../words/words.ts';

/** Pause in typing before the bot is asked, so that not every letter is sent. */
const pauseMs = 200;

export interface SuggestionsMade {
  readonly choices: readonly Choice[];
  readonly progress: string | null;
}

interface Answer {
  readonly key: string;
  readonly choices: readonly Suggested[] | null;
}

/** Null for an option without autocomplete. */
export function useSuggestions(draft: Draft, channelId: string): SuggestionsMade | null {
  const { actions } = useScene();
  const [answer, setAnswer] = useState<Answer | null>(null);
  const option = focusedOption(draft);
  const asks = option !== null && 'autocomplete' in option && option.autocomplete;
  const { text, pickedId } = entryOf(draft, draft.focused);
  const options = { ...draftValues(draft), [draft.focused]: text };
  const key = asks && pickedId === null ? JSON.stringify(options) : null;
  const command = draft.command.path;
  const { focused } = draft;
  useEffect(() => {
    if (key === null) return undefined;
    let left = false;
    const ask = async (): Promise<void> => {
      const given = JSON.parse(key) as typeof options;
      const choices = await actions.suggest({ channelId, command, options: given, focused });
      if (!left) setAnswer({ key, choices });
    };
    const timer = setTimeout(() => void ask(), pauseMs);
    return () => {
      left = true;
      clearTimeout(timer);
    };
  }, [key, channelId, command, focused, actions]);
  if (!asks) return null;
  if (key === null) return { choices: [], progress: null };
  if (answer?.key !== key) return { choices: [], progress: words().write.loading };
  if (answer.choices === null) return { choices: [], progress: words().write.loadFailed };
  const choices = answer.choices.map(({ name, value }) => ({ id: `${value}`, label: name }));
  return { choices, progress: choices.length === 0 ? words().write.noMatch : null };
}
