/** Ctrl+K: searches channels, the mailbox and people to switch to. */
import type { View } from '../../protocol/protocol.ts';
import type { Choice } from '../parts/choice.ts';
import { ChoiceList } from '../parts/choice-list.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { mailboxPlace } from '../state/address.ts';
import { faceOf, useScene } from '../state/context.ts';
import { words } from '../words/words.ts';

const personMark = 'person ';

export function QuickSwitcher({ onClose }: { onClose: () => void }) {
  const { view, goTo, becomePerson } = useScene();
  const go = (id: string): void => {
    onClose();
    if (id.startsWith(personMark)) becomePerson(id.slice(personMark.length));
    else goTo(id);
  };
  return (
    <Dialog title={words().places.whereTo} onClose={onClose}>
      <div class="dialog-body quick-switcher">
        <ChoiceList
          label={words().places.placesAndPeople}
          choices={[...places(view), ...people(view)]}
          chosen={[]}
          many={false}
          searchable
          onToggle={go}
          onLeave={onClose}
        />
      </div>
    </Dialog>
  );
}

function places(view: View): Choice[] {
  const bot = faceOf(view, view.bot.userId);
  return [
    ...view.servers.flatMap((server) =>
      server.channels.map((channel) => ({
        id: channel.id,
        label: channel.name,
        mark: '#',
        description: server.name,
      })),
    ),
    {
      id: view.directMessages.id,
      label: view.directMessages.name,
      description: words().places.direct,
      ...(bot && { face: bot }),
    },
    { id: mailboxPlace, label: words().places.mailbox, mark: '✉', description: view.person.email },
  ];
}

const people = (view: View): Choice[] =>
  view.people
    .filter(({ id }) => id !== view.person.id)
    .flatMap(({ id, displayName }) => {
      const face = faceOf(view, id);
      const description = words().person.switchTo;
      return face ? [{ id: personMark + id, label: displayName, face, description }] : [];
    });
