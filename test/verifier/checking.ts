/** Asks the verifier's core about texts, with rules run in this process. */
import type { Report } from '../../verifier/core/report.ts';
import type { RuleHost } from '../../verifier/core/rule-host.ts';
import { type Asked, verifyBundle } from '../../verifier/core/verify-bundle.ts';
import { openRealm, type Realm } from '../../verifier/node/rule-realm.ts';

/** Worlds by their script: making one takes longer than checking a small bundle. States are never shared. */
const realms = new Map<string, Realm>();

export const rulesHere: RuleHost = {
  load: async (code) => {
    const realm = realms.get(code) ?? openRealm(code);
    realms.set(code, realm);
    realm.forgetAll();
    return {
      run: async (stream, steps) => steps.map((step) => realm.answer(stream, step)),
      forget: (stream) => realm.forget(stream),
      close: () => undefined,
    };
  },
};

export async function check(text: string | Buffer, asked: Partial<Asked> = {}): Promise<Report> {
  async function* chunks() {
    yield typeof text === 'string' ? Buffer.from(text) : text;
  }
  return verifyBundle(chunks, { rules: rulesHere, ...asked });
}
