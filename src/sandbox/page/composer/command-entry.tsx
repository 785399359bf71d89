/** The composer while a command is filled in: one chip per option, then an input for more. */
import type { RefObject } from 'preact';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import type { Choice } from '../parts/choice.ts';
import { Icon } from '../parts/icons.tsx';
import { useScene } from '../state/context.ts';
import { fuzzySort } from '../text/fuzzy.ts';
import { AttachmentChip, type AttachmentChipProps } from './attachment-chip.tsx';
import { pressKey } from './command-keys.ts';
import {
  draftProblems,
  entryOf,
  fillWithFile,
  focusedOption,
  focusOn,
  hiddenOptions,
  pickChoice,
  pointAt,
  shownOptions,
  tail,
  typeText,
  type Draft,
} from './draft.ts';
import { OptionChip, type OptionChipProps } from './option-chip.tsx';
import { OptionPanel } from './option-panel.tsx';
import { optionKind } from './option-kinds.ts';
import { optionChoices, suggestionsFor } from './option-suggestions.ts';
import { fillTyped, type ChoicesOf } from './typed-words.ts';
import { useSuggestions } from './use-suggestions.ts';
import { shownName } from './callable.ts';
import { words } from '../words/words.ts';

export interface CommandEntryProps {
  readonly draft: Draft;
  readonly channelId: string;
  readonly busy: boolean;
  readonly onDraft: (draft: Draft) => void;
  readonly onSend: () => void;
  readonly onCancel: () => void;
}

export function CommandEntry(props: CommandEntryProps) {
  const { draft, channelId, busy, onDraft, onSend, onCancel } = props;
  const { view } = useScene();
  const panelId = useId();
  const line = useRef<HTMLDivElement>(null);
  const { focused, command } = draft;
  const latest = useRef(draft);
  latest.current = draft;
  useFocusOn(line, draft);
  const option = focusedOption(draft);
  const made = useSuggestions(draft, channelId);
  const choicesOf: ChoicesOf = (other) => optionChoices(other, view, channelId);
  const suggestions = made?.choices ?? suggest(draft, choicesOf);
  const problems = draft.tried ? draftProblems(draft) : {};
  const at = Math.min(draft.active, suggestions.length - 1);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.isComposing) return;
    const result = pressKey(draft, suggestions, event);
    if (result.kind === 'none') return;
    event.preventDefault();
    if (result.kind === 'draft') onDraft(result.draft);
    else if (result.kind === 'send') onSend();
    else onCancel();
  };
  const chip = (name: string) => ({
    text: entryOf(draft, name).text,
    panelId,
    activeId: name === focused && suggestions.length > 0 ? `${panelId}-${at}` : undefined,
    onFocus: () => onDraft(focusOn(draft, name)),
    onInput: (text: string) => onDraft(typeText(focusOn(draft, name), text)),
    onKeyDown,
  });
  return (
    <>
      <OptionPanel
        id={panelId}
        title={option ? shownName(option) : `/${command.path}`}
        text={option ? option.description : command.description}
        problem={problems[focused] ?? null}
        progress={made?.progress ?? whatEnterFills(draft, choicesOf)}
        suggestions={suggestions}
        active={at}
        listLabel={option ? shownName(option) : words().write.moreOptions}
        onPoint={(index) => onDraft(pointAt(draft, index))}
        onPick={(choice) => onDraft(pickChoice(draft, choice))}
      />
      <div class="composer-line command-line" ref={line}>
        <div class="command-parts">
          <span class="command-pill">{`/${command.path}`}</span>
          {shownOptions(draft).map((shown) => (
            <OptionEntry
              key={shown.name}
              option={shown}
              face={pickedFace(shown.name, draft, choicesOf(shown))}
              invalid={problems[shown.name] !== undefined}
              // More may have been typed while the file was uploaded.
              onFile={(file) => onDraft(fillWithFile(latest.current, shown.name, file))}
              {...chip(shown.name)}
            />
          ))}
          <Tail draft={draft} invalid={problems[tail] !== undefined} {...chip(tail)} />
        </div>
        <LineButtons busy={busy} onSend={onSend} onCancel={onCancel} />
      </div>
    </>
  );
}

function useFocusOn(line: RefObject<HTMLDivElement | null>, draft: Draft): void {
  const { focused, shown, tried } = draft;
  // A layout effect, because an effect after painting could lose the next key press.
  useLayoutEffect(() => {
    const chip = line.current?.querySelector(`[data-option="${focused}"]`);
    chip?.querySelector<HTMLElement>('input:not([type="file"]), button')?.focus();
  }, [line, focused, shown, tried]);
}

type OptionEntryProps = OptionChipProps & Pick<AttachmentChipProps, 'onFile'>;

function OptionEntry({ onFile, ...chip }: OptionEntryProps) {
  return chip.option.type === optionKind.attachment ? (
    <AttachmentChip {...chip} onFile={onFile} />
  ) : (
    <OptionChip {...chip} />
  );
}

type LineButtonsProps = Pick<CommandEntryProps, 'busy' | 'onSend' | 'onCancel'>;

function LineButtons({ busy, onSend, onCancel }: LineButtonsProps) {
  return (
    <>
      <button
        type="button"
        class="icon-button"
        aria-label={words().write.cancelCommand}
        onClick={onCancel}
      >
        <Icon name="close" />
      </button>
      <button
        type="button"
        class="icon-button send"
        aria-label={words().write.send}
        aria-disabled={busy || undefined}
        onClick={onSend}
      >
        <Icon name="send" />
      </button>
    </>
  );
}

/** Values for the focused option; at the tail, the options that can be added. */
function suggest(draft: Draft, choicesOf: ChoicesOf): Choice[] {
  const option = focusedOption(draft);
  const choices = option && choicesOf(option);
  const { text, pickedId } = entryOf(draft, draft.focused);
  if (option) return choices && pickedId === null ? suggestionsFor(text, choices) : [];
  const hidden = hiddenOptions(draft).map((option) => ({
    id: option.name,
    label: shownName(option),
    description: option.description,
  }));
  // Matched only by name: other words are values, for the options in order.
  return fuzzySort(text, hidden, (choice) => [choice.label]);
}

/** Previews which options Enter will fill with the words at the end of the line. */
function whatEnterFills(draft: Draft, choicesOf: ChoicesOf): string | null {
  const words = entryOf(draft, tail).text.trim();
  if (!words || draft.tried) return null;
  const filled = fillTyped(draft, words, choicesOf);
  const changed = shownOptions(filled).filter(
    ({ name }) => entryOf(filled, name).text !== entryOf(draft, name).text,
  );
  return (
    changed
      .map((option) => `${shownName(option)}: ${entryOf(filled, option.name).text}`)
      .join(', ') || null
  );
}

function pickedFace(name: string, draft: Draft, choices: readonly Choice[] | null) {
  const { pickedId } = entryOf(draft, name);
  return choices?.find((choice) => choice.id === pickedId)?.face ?? null;
}

interface TailProps {
  readonly draft: Draft;
  readonly invalid: boolean;
  readonly text: string;
  readonly panelId: string;
  readonly activeId: string | undefined;
  readonly onFocus: () => void;
  readonly onInput: (text: string) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

function Tail(props: TailProps) {
  const { draft, invalid, text, panelId, activeId, onFocus, onInput, onKeyDown } = props;
  const more = hiddenOptions(draft).length;
  return (
    <label class="tail" data-option={tail}>
      <input
        value={text}
        autocomplete="off"
        placeholder={more > 0 ? words().write.optional(more) : ''}
        aria-label={more > 0 ? words().write.addOption : words().write.pressEnter}
        aria-invalid={invalid || undefined}
        aria-describedby={panelId}
        aria-controls={activeId ? `${panelId}-list` : undefined}
        aria-activedescendant={activeId}
        onFocus={onFocus}
        onInput={(event) => onInput(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
    </label>
  );
}
