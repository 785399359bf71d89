/** Ctrl+K: searches channels, the mailbox and people to switch to. */
import type { View } from '../../protocol/protocol.ts';
import type { Choice } from '../parts/choice.ts';
import { ChoiceList } from '../parts/choice-list.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { mailboxPlace } from '../state/address.ts';
import { faceOf, useScene } from '../state/context.ts';

const personMark = 'person ';

export function QuickSwitcher({ onClose }: { onClose: () => void }) {
  const { view, goTo, becomePerson } = useScene();
  const go = (id: string): void => {
    onClose();
    if (id.startsWith(personMark)) becomePerson(id.slice(personMark.length));
    else goTo(id);
  };
  return (
    <Dialog title="Where to?" onClose={onClose}>
      <div class="dialog-body quick-switcher">
        <ChoiceList
          label="Places and people"
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
      description: 'Direct messages',
      ...(bot && { face: bot }),
    },
    { id: mailboxPlace, label: 'Mailbox', mark: '✉', description: view.person.email },
  ];
}

const people = (view: View): Choice[] =>
  view.people
    .filter(({ id }) => id !== view.person.id)
    .flatMap(({ id, displayName }) => {
      const face = faceOf(view, id);
      const description = 'Switch to this person';
      return face ? [{ id: personMark + id, label: displayName, face, description }] : [];
    });
