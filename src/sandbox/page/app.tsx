/** Reads the address, chooses a person, and shows their client. */
import { useCallback, useEffect, useState } from 'preact/hooks';
import { PersonScene } from './scene.tsx';
import { readAddress, writeAddress, type Address } from './state/address.ts';
import { discordLocale } from './manage/languages.ts';
import { adoptLocale, listPeople } from './state/api.ts';
import { goToAddress } from './state/back.ts';
import { words } from './words/words.ts';

const lastPersonKey = 'last-person';
const retryMs = 1_000;

export function App() {
  const [address, setAddress] = useState<Address>(() => readAddress(location.hash));
  const [trouble, setTrouble] = useState(false);
  const [checkedId, setCheckedId] = useState<string | null>(null);
  useEffect(() => {
    const onHash = (): void => setAddress(readAddress(location.hash));
    addEventListener('hashchange', onHash);
    return () => removeEventListener('hashchange', onHash);
  }, []);
  const { personId } = address;
  // The address may name a person of another world, or none.
  useEffect(() => {
    if (personId !== null && personId === checkedId) return undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let left = false;
    const find = async (): Promise<void> => {
      const id = await choosePerson(personId).catch(() => null);
      if (left) return;
      setTrouble(id === null);
      if (id === null) timer = setTimeout(() => void find(), retryMs);
      else if (id === personId) setCheckedId(id);
      else location.replace(writeAddress({ personId: id, place: null }));
    };
    void find();
    return () => {
      left = true;
      clearTimeout(timer);
    };
  }, [personId, checkedId]);
  const onAddress = useCallback((nextId: string, place: string | null) => {
    const next = { personId: nextId, place };
    goToAddress(writeAddress(next));
    setAddress(next);
  }, []);
  if (personId === null || personId !== checkedId) {
    return (
      <p class="loading" role="status">
        {trouble ? words().noAnswer : words().opening}
      </p>
    );
  }
  localStorage.setItem(lastPersonKey, personId);
  return (
    <PersonScene key={personId} personId={personId} place={address.place} onAddress={onAddress} />
  );
}

/** The person in the address, else the last one used in this browser, else the first. */
async function choosePerson(wanted: string | null): Promise<string | null> {
  const locale = discordLocale(navigator.languages);
  if (locale !== null) await adoptLocale(locale);
  const ids = (await listPeople()).map((person) => person.id);
  const last = localStorage.getItem(lastPersonKey);
  return (
    [wanted, last, ids[0]].find((id) => id !== null && id !== undefined && ids.includes(id)) ?? null
  );
}
