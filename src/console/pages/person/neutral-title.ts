/** The title of the window: browsers keep it in their history, so nobody's name stands there. */
import { shortNumber } from '../../person/header-words.ts';
import type { JourneySeen } from '../../person/journey-view.ts';
import type { Words } from '../../words/words.ts';

export const neutralTitle = ({ personId }: JourneySeen, tab?: Words): Words => ({
  id: `${tab === undefined ? '' : `${tab.id} · `}Orang ${shortNumber(personId)}`,
  en: `${tab === undefined ? '' : `${tab.en} · `}Person ${shortNumber(personId)}`,
});
