/** A select in a message: a single choice is sent at once, several when the list is closed. */
import type { APISelectMenuComponent } from 'discord-api-types/v10';
import { useEffect, useState } from 'preact/hooks';
import { selectChoices, selectDefaults } from '../parts/component-choices.ts';
import { componentKind } from '../parts/component-kinds.ts';
import { SelectMenu } from '../parts/select-menu.tsx';
import { useScene } from '../state/context.ts';
import { useMessage } from './message-context.ts';
import { words } from '../words/words.ts';

export function MessageSelect({ select }: { select: APISelectMenuComponent }) {
  const { view } = useScene();
  const { message, busyCustomId, press } = useMessage();
  const preset = selectDefaults(select);
  const [chosen, setChosen] = useState<readonly string[]>(preset);
  const presetKey = preset.join();
  // When the message is edited, its default choice is restored.
  useEffect(() => setChosen(presetKey ? presetKey.split(',') : []), [presetKey, message]);
  const min = select.min_values ?? 1;
  const max = select.max_values ?? 1;
  const send = (values: readonly string[]): void => {
    const changed = values.join() !== presetKey;
    if (changed && values.length >= min) press(select.custom_id, values);
  };
  const placeholder = select.placeholder ?? words().form.select;
  return (
    <SelectMenu
      label={placeholder}
      placeholder={placeholder}
      choices={selectChoices(select, view, message.channel_id)}
      chosen={chosen}
      min={min}
      max={max}
      searchable={select.type !== componentKind.stringSelect}
      disabled={select.disabled || (busyCustomId !== null && busyCustomId !== select.custom_id)}
      busy={busyCustomId === select.custom_id}
      onChange={setChosen}
      onDone={send}
    />
  );
}
