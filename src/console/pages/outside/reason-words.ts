/** Reasons of matching with names for their codes: the sentences are the law's own. */
import { reasonSentence } from '../../../domain/matching/reasons.ts';
import type { MatchReason } from '../../../domain/matching/score.ts';
import { dateInWords } from '../../words/amounts.ts';
import { valueWords } from '../../words/values.ts';
import { same, type Words } from '../../words/words.ts';
import type { Skills } from './work-api.ts';

/** What a reason speaks of, as people call it. */
function named({ code, what }: MatchReason, skills: Skills): Words {
  switch (code) {
    case 'UNIT_HELD':
    case 'UNIT_MISSING':
      return same(skills.unitTitle(what));
    case 'SCHEME_CERTIFIED':
    case 'SCHEME_MISSING':
      return same(skills.schemeTitle(what));
    case 'AVAILABLE_IN_TIME':
    case 'AVAILABLE_LATER':
      return { id: dateInWords('id', what), en: dateInWords('en', what) };
    case 'NEED_MET':
    case 'NEED_UNMET':
      return valueWords('needs', what);
    case 'SECTOR_WANTED':
      return valueWords('sector', what);
    default:
      return same(what);
  }
}

export function reasonWords(reason: MatchReason, skills: Skills): Words {
  const { id, en } = named(reason, skills);
  const sentence = (what: string) => reasonSentence({ ...reason, what });
  return { id: sentence(id).id, en: sentence(en).en };
}
